# Esquinas de las clases: descriptores que borran, metaclases que mandan, bases que no van juntas.
from dataclasses import dataclass
from functools import lru_cache


class Positivo:
    def __set_name__(self, dueña, nombre):
        self.nombre = "_" + nombre

    def __get__(self, objeto, clase=None):
        return self if objeto is None else getattr(objeto, self.nombre, "nada")

    def __set__(self, objeto, valor):
        if valor < 0:
            raise ValueError(f"{self.nombre[1:]} no puede ser {valor}")
        setattr(objeto, self.nombre, valor)

    def __delete__(self, objeto):
        print("se borra", self.nombre)
        delattr(objeto, self.nombre)


class Cuenta:
    saldo = Positivo()


c = Cuenta()
print(c.saldo, type(Cuenta.saldo).__name__)
c.saldo = 5
print(c.saldo, c.__dict__)
del c.saldo
print(c.saldo)


class Vigilada(type):
    def __delattr__(cls, nombre):
        print("no se borra", nombre)


class Fija(metaclass=Vigilada):
    x = 1


del Fija.x
print(Fija.x)


def intenta(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def __pow__(self, exponente, modulo=None):
        return "potencia", exponente, modulo

    def __rdivmod__(self, otro):
        return "divmod", otro

    def __divmod__(self, otro):
        return NotImplemented


a = A()
print(pow(a, 2), pow(a, 2, 7), divmod(3, a))
intenta(lambda: divmod(a, 3))
intenta(lambda: pow(2, a, 3))
intenta(lambda: 1 in a)
intenta(lambda: reversed(a))
intenta(lambda: type("X", (int, str), {}))
intenta(lambda: type("X", (A, A), {}))
intenta(lambda: getattr(a, 5))
intenta(lambda: getattr(a, "no", "por omisión"))


@dataclass(slots=True)
class Punto:
    x: int
    y: int = 2


intenta(lambda: setattr(Punto(1), "z", 3))
print(Punto(1), Punto.__slots__)


@lru_cache(typed=True)
def doble(n):
    return n * 2


@lru_cache
def triple(n, factor=3):
    return n * factor


doble(1), doble(1.0), doble(1)
triple(1), triple(1.0), triple(1, 3), triple(1, factor=3), triple(1)
print(doble.cache_info(), triple.cache_info())
tabla = {"a": 1}
tabla |= [("b", 2)]
print(tabla)
try:
    try:
        raise ValueError("solo")
    except* ValueError:
        raise KeyError("nuevo")
except KeyError as e:
    print(repr(e), repr(e.__context__))
