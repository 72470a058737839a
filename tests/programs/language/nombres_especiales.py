def f(a, b=2, *c, d, **e):
    "doc"
    local = 1
    return local


print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__module__, __name__)


def g():
    def h():
        pass
    return h


print(g().__qualname__, g().__name__, (lambda: 0).__qualname__)
g.__name__ = "otro"
print(g.__name__, g.__qualname__)
print(type(f).__name__, type(f.__name__).__name__, f.__class__.__name__)
_privado, __muy, ñ, café = 1, 2, 3, 4
print(_privado + __muy + ñ + café)
print(sorted(n for n in globals() if not n.startswith("_") and n not in ("f", "g")))


def locales():
    x, y = 1, 2
    return sorted(locals().items())


print(locales())
None_ = True_ = 5
print(None_, True_)
