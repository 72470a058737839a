class Recurso:
    def __init__(self, nombre, traga=False):
        self.nombre, self.traga = nombre, traga

    def __enter__(self):
        print("entra", self.nombre)
        return self.nombre.upper()

    def __exit__(self, tipo, valor, tb):
        print("sale", self.nombre, tipo and tipo.__name__, valor, tb is None)
        return self.traga


with Recurso("a") as a, Recurso("b") as b:
    print(a, b)
with (
    Recurso("p") as p,
    Recurso("q"),
):
    print(p)
with Recurso("traga", True):
    1 / 0
    print("no llega")
print("sigue")
try:
    with Recurso("deja"):
        raise ValueError("x")
except ValueError as e:
    print("fuera", e)


def f():
    with Recurso("f") as r:
        return r


print(f())
for i in range(3):
    with Recurso(str(i)):
        if i == 0:
            continue
        break


class Roto:
    def __enter__(self):
        raise KeyError("al entrar")

    def __exit__(self, *a):
        print("no se llama")


try:
    with Recurso("c"), Roto():
        pass
except KeyError as e:
    print(repr(e))


class SaleMal:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        raise TypeError("al salir")


try:
    with SaleMal():
        raise ValueError("dentro")
except TypeError as e:
    print(e, repr(e.__context__))
for malo in (5, type("M", (), {"__enter__": 1})()):
    try:
        with malo:
            pass
    except TypeError as e:
        print(e)
with Recurso("t") as (x, *y):
    print(x, y) if y else print(x)
d = {}
with Recurso("d") as d["clave"]:
    print(d)
