import functools


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
fib.cache_clear()
print(fib.cache_info())


@functools.lru_cache(maxsize=2)
def doble(x):
    print("calcula", x)
    return x * 2


print(doble(1), doble(2), doble(1), doble(3), doble(2), doble(1), doble.cache_info())


@functools.cache
def una(x=1, *, y=2):
    print("una", x, y)


una(); una(); una(1); una(y=2)
potencia = functools.partial(pow, 2)
print(potencia(10), functools.partial(print, "a", sep="-")("b"), functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(max, [3, 9, 2], 5))
for f in (lambda: functools.reduce(max, []), lambda: doble([]), lambda: functools.partial(5)):
    try:
        print(f())
    except TypeError as e:
        print(e)


@functools.total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(V(1) <= V(1), V(2) > V(1), V(2) >= V(3), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


class C:
    @functools.cached_property
    def cara(self):
        print("una sola vez")
        return 42


c = C()
print(c.cara, c.cara, c.__dict__)


@functools.singledispatch
def ver(x):
    return "otro"


@ver.register
def _(x: int):
    return "entero"


@ver.register(str)
def _(x):
    return "texto"


print(ver(1), ver("a"), ver(1.5), ver(True))
p = functools.partial(int, base=2)
print(p("101"), p.func is int, p.args, p.keywords)
