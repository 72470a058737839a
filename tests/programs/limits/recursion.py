def directa(n):
    return directa(n + 1)


def mutua(n):
    return otra(n)


def otra(n):
    return mutua(n)


def por_clave(x):
    return sorted([1, 2], key=por_clave)


def por_map(x):
    return list(map(por_map, [x]))


class Repr:
    def __repr__(self):
        return repr(self)


class Igual:
    def __eq__(self, o):
        return self == o


class Atributo:
    def __getattr__(self, n):
        return getattr(self, n + "x")


def generador():
    yield from generador()


class Llamada:
    def __call__(self):
        return self()


anidada = []
for _ in range(100_000):
    anidada = [anidada]
for f in (lambda: directa(0), lambda: mutua(0), lambda: por_clave(0), lambda: por_map(0), lambda: repr(Repr()), lambda: Igual() == 1, lambda: Atributo().x, lambda: list(generador()), lambda: Llamada()(), lambda: repr(anidada), lambda: anidada == [anidada]):
    try:
        f()
        print("sin error")
    except RecursionError as e:
        print(type(e).__name__)
print("sigue")
