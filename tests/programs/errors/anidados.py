def capas(n):
    try:
        if n == 0:
            raise ValueError("fondo")
        capas(n - 1)
    except ValueError as e:
        print("  " * n + f"capa {n}: {e}")
        raise ValueError(f"{e} < {n}") from e
    finally:
        print("  " * n + f"cierra {n}")


try:
    capas(3)
except ValueError as e:
    cadena = []
    while e:
        cadena.append(str(e))
        e = e.__cause__
    print(cadena)


def generico(accion, *args, intentos=3):
    for intento in range(1, intentos + 1):
        try:
            return accion(intento, *args)
        except ValueError as error:
            print(f"intento {intento}: {error}")
            ultimo = error
    raise RuntimeError("me rindo") from ultimo


def tercera(n, x):
    if n < 3:
        raise ValueError(f"todavía no ({n}, {x})")
    return "a la tercera"


print(generico(tercera, "x"))
try:
    generico(tercera, "y", intentos=2)
except RuntimeError as e:
    print(e, "|", e.__cause__)
