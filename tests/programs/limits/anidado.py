# Lo muy anidado acaba en un error de Python, no en la pila de la página.
import copy
import json


def intenta(nombre, f):
    try:
        f()
        print(nombre, "bien")
    except (RecursionError, MemoryError, ValueError) as e:
        print(nombre, type(e).__name__)


def anida(veces, hacer):
    x = None
    for _ in range(veces):
        x = hacer(x)
    return x


class Otra:
    pass


Otra.__call__ = Otra()
a, b = (anida(20000, lambda x: [x]) for _ in "ab")
t, u = (anida(20000, lambda x: (x,)) for _ in "ab")
f, g = (anida(20000, lambda x: frozenset([x])) for _ in "ab")
intenta("repr", lambda: repr(a))
intenta("==", lambda: a == b)
intenta("<", lambda: a < b)
intenta("in", lambda: a in [b])
intenta("hash", lambda: hash(t))
intenta("clave", lambda: {t: 1})
intenta("conjunto", lambda: {t, u})
intenta("isinstance", lambda: isinstance(1, t))
intenta("frozenset", lambda: f == g)
intenta("repr de frozenset", lambda: repr(f))
intenta("repr de slice", lambda: repr(anida(20000, lambda x: slice(x, x))))
intenta("str de error", lambda: str(anida(20000, lambda x: ValueError(x))))
intenta("zip", lambda: next(anida(20000, lambda x: zip(x or [1]))))
intenta("enumerate", lambda: next(anida(20000, lambda x: enumerate(x or [1]))))
intenta("map", lambda: next(anida(20000, lambda x: map(str, x or [1]))))
intenta("json", lambda: json.dumps(a))
intenta("deepcopy", lambda: copy.deepcopy(a))
intenta("llamada", lambda: Otra()())
intenta("repr doblado", lambda: repr(anida(100, lambda x: [x, x])))
uno, otro = ValueError(1), ValueError(2)
uno.__context__, otro.__context__ = otro, uno
try:
    try:
        raise uno
    except ValueError:
        raise KeyError("sigue")
except KeyError as e:
    print(repr(e))
