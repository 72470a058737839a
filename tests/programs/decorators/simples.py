import functools


def anunciar(f):
    @functools.wraps(f)
    def envuelta(*a, **k):
        print(f"-> {f.__name__}{a}{k or ''}")
        r = f(*a, **k)
        print(f"<- {r!r}")
        return r
    return envuelta


def repetir(n):
    def decorador(f):
        def envuelta(*a):
            return [f(*a) for _ in range(n)]
        return envuelta
    return decorador


@anunciar
def suma(a, b=1):
    """Suma."""
    return a + b


@anunciar
@repetir(2)
def eco(x):
    return x


suma(1, b=2)
suma(5)
eco("a")
print(suma.__name__, suma.__doc__, eco.__name__, suma.__wrapped__(1, 1))


class Contar:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f = f
        self.veces = 0

    def __call__(self, *a):
        self.veces += 1
        return self.f(*a)


@Contar
def hola(n):
    return f"hola {n}"


hola("a")
print(hola("b"), hola.veces, hola.__name__)


def registrar(cls):
    cls.registrada = True
    return cls


@registrar
class X:
    pass


print(X.registrada)


def orden(n):
    print("evalúa", n)

    def d(f):
        print("aplica", n)
        return f
    return d


@orden(1)
@orden(2)
def f():
    pass


@(lambda g: "ya no es función")
def g():
    pass


print(g)
