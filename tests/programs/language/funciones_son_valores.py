def saludar(nombre, saludo="Hola"):
    """Saluda.

    Con cariño.
    """
    return f"{saludo}, {nombre}"


print(saludar.__name__, repr(saludar.__doc__), saludar.__defaults__)
alias = saludar
del saludar
print(alias("Ana"))
acciones = {"suma": lambda a, b: a + b, "resta": lambda a, b: a - b}
for nombre, accion in acciones.items():
    print(nombre, accion(5, 3))


def componer(*fs):
    def compuesta(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return compuesta


print(componer(str, abs, int)("-5"), componer()(1))
print(callable(print), callable(3), callable(lambda: 0))
print((lambda: None)() is None)


def sin_return():
    pass


print(sin_return())
alias.veces = 3
print(alias.veces)
