class Proxy:
    def __init__(self, d):
        self.__dict__["datos"] = d

    def __getattr__(self, n):
        print("getattr", n)
        try:
            return self.datos[n]
        except KeyError:
            raise AttributeError(n) from None

    def __setattr__(self, n, v):
        print("setattr", n, v)
        self.datos[n] = v

    def __delattr__(self, n):
        print("delattr", n)
        del self.datos[n]


p = Proxy({"a": 1})
print(p.a)
p.b = 2
p.b += 1
del p.a
print(p.datos, hasattr(p, "zzz"), getattr(p, "yyy", 0))
try:
    p.nada
except AttributeError as e:
    print(repr(e))


class Positivo:
    def __set_name__(self, dueño, nombre):
        self.nombre = nombre
        print("set_name", dueño.__name__, nombre)

    def __get__(self, obj, tipo=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.nombre, 0)

    def __set__(self, obj, v):
        if v < 0:
            raise ValueError(f"{self.nombre} < 0")
        obj.__dict__[self.nombre] = v


class Producto:
    precio = Positivo()
    peso = Positivo()

    def __init__(self, precio):
        self.precio = precio


x = Producto(5)
print(x.precio, x.peso, x.__dict__)
try:
    x.peso = -1
except ValueError as e:
    print(e)


class Ranuras:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


r = Ranuras()
r.b = 2
print(r.a, r.b)
try:
    r.c = 3
except AttributeError as e:
    print(e)


class Privado:
    def __init__(self):
        self.__secreto = 1
        self._casi = 2

    def leer(self):
        return self.__secreto


q = Privado()
print(q.leer(), q.__dict__)
try:
    q.__secreto
except AttributeError as e:
    print(e)
