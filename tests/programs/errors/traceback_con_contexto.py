def leer():
    return int("x")


def limpiar():
    {}["falta"]


try:
    leer()
except ValueError:
    try:
        limpiar()
    except KeyError:
        raise RuntimeError("tres niveles")
