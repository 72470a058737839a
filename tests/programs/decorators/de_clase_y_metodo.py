import functools


def trazar(cls):
    for nombre, valor in list(vars(cls).items()):
        if callable(valor) and not nombre.startswith("__"):
            setattr(cls, nombre, con_traza(valor))
    return cls


def con_traza(f):
    @functools.wraps(f)
    def envuelta(self, *a):
        print("llama", f.__qualname__, a)
        return f(self, *a)
    return envuelta


@trazar
class Calculadora:
    def sumar(self, a, b):
        return a + b

    def doble(self, a):
        return self.sumar(a, a)


print(Calculadora().doble(4))


class validar:
    def __init__(self, *tipos):
        self.tipos = tipos

    def __call__(self, f):
        @functools.wraps(f)
        def envuelta(*a):
            for x, t in zip(a, self.tipos):
                if not isinstance(x, t):
                    raise TypeError(f"{f.__name__}: {x!r} no es {t.__name__}")
            return f(*a)
        return envuelta


@validar(int, str)
def repetir(n, s):
    return s * n


print(repetir(2, "ab"))
try:
    repetir("2", "ab")
except TypeError as e:
    print(e)


def opcional(f=None, *, prefijo=">"):
    if f is None:
        return functools.partial(opcional, prefijo=prefijo)

    @functools.wraps(f)
    def envuelta(*a):
        return f"{prefijo} {f(*a)}"
    return envuelta


@opcional
def a():
    return "a"


@opcional(prefijo="##")
def b():
    return "b"


print(a(), b())


class Perezosa:
    def __init__(self, f):
        self.f = f

    def __set_name__(self, dueño, nombre):
        self.nombre = nombre

    def __get__(self, obj, tipo):
        if obj is None:
            return self
        v = self.f(obj)
        obj.__dict__[self.nombre] = v
        return v


class Datos:
    @Perezosa
    def caro(self):
        print("calcula")
        return 42

    @staticmethod
    @functools.lru_cache
    def memo(x):
        print("memo", x)
        return x

    @classmethod
    @functools.wraps(print)
    def envuelto(cls, *a):
        return cls.__name__, a


d = Datos()
print(d.caro, d.caro, Datos.memo(1), d.memo(1), d.envuelto(1))
pila = []


def registrar(nombre):
    def d(f):
        pila.append((nombre, f.__name__))
        return f
    return d


@registrar("x")
@registrar("y")
def doble_registro():
    pass


print(pila)
