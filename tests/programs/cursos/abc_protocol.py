import asyncio
from abc import ABC, abstractmethod
from collections import Counter, defaultdict, OrderedDict, ChainMap, namedtuple
from functools import lru_cache, cached_property, partial, reduce, singledispatch, total_ordering
from itertools import chain, count, cycle, groupby, islice, pairwise, accumulate, product, starmap, takewhile, zip_longest
from typing import Generic, Protocol, TypeVar, runtime_checkable, Iterator
import json
import operator
import statistics

T = TypeVar("T")
K = TypeVar("K", bound=str)


@runtime_checkable
class Fuente(Protocol):
    nombre: str

    async def leer(self) -> str: ...


class Base(ABC):
    registro: dict[str, type["Base"]] = {}

    def __init_subclass__(cls, /, clave: str = "", **kw):
        super().__init_subclass__(**kw)
        Base.registro[clave or cls.__name__.lower()] = cls

    @abstractmethod
    async def leer(self) -> str:
        """Lee."""

    @property
    @abstractmethod
    def nombre(self) -> str: ...

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.nombre}>"


class Lenta(Base, clave="lenta"):
    nombre = "lenta"

    async def leer(self):
        await asyncio.sleep(0.3)
        return "datos lentos"


class Rapida(Base):
    @property
    def nombre(self):
        return "rápida"

    async def leer(self):
        return await asyncio.sleep(0.1, "datos rápidos")


class Incompleta(Base):
    nombre = "x"


class Pila(Generic[T]):
    def __init__(self, *xs: T) -> None:
        self._xs: list[T] = list(xs)

    def __iter__(self) -> Iterator[T]:
        return reversed(self._xs)

    def __len__(self) -> int:
        return len(self._xs)

    def __class_getitem__(cls, item):
        return super().__class_getitem__(item)


class Caja(Generic[T]):
    def __init__(self, valor: T): self.valor = valor
    def map(self, f): return Caja(f(self.valor))
    def __repr__(self): return f"Caja({self.valor!r})"


@total_ordering
class Version:
    def __init__(self, texto): self.partes = tuple(map(int, texto.split(".")))
    def __eq__(self, o): return self.partes == o.partes
    def __lt__(self, o): return self.partes < o.partes
    def __repr__(self): return "v" + ".".join(map(str, self.partes))


@singledispatch
def describir(x) -> str:
    return f"algo {x!r}"

@describir.register
def _(x: int) -> str:
    return f"entero {x}"

@describir.register(list)
@describir.register(tuple)
def _(x):
    return f"secuencia de {len(x)}"


@lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


async def main():
    fuentes = [Lenta(), Rapida()]
    print(fuentes, [isinstance(f, Fuente) for f in fuentes], isinstance(3, Fuente), sorted(Base.registro))
    for f in asyncio.as_completed([f.leer() for f in fuentes]):
        print(await f)
    try:
        Incompleta()
    except TypeError as e:
        print(e)
    try:
        Base()
    except TypeError as e:
        print(e)
    print(list(Pila[int](1, 2, 3)), len(Pila()), Caja[str]("a").map(str.upper), Caja[int], Pila.__mro__[1].__name__)
    print(max(Version("1.10"), Version("1.9")), sorted([Version("2.0"), Version("1.2.3")]), Version("1") >= Version("1"))
    print(describir(3), describir([1]), describir((1, 2)), describir("x"), describir(True))
    print(fib(80), fib.cache_info())
    c = Counter("abracadabra")
    print(c.most_common(2), c["z"], c - Counter("aab"), c & Counter("aab"), sum(c.values()), Counter(a=1) + Counter(a=2, b=-1))
    d = defaultdict(list)
    for k, g in groupby(sorted(["ana", "alba", "beto", "carla", "celia"]), key=lambda s: s[0]):
        d[k].extend(g)
    print(d, dict(d), ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
    print(list(islice(count(10, 5), 4)), list(islice(cycle("ab"), 5)), list(pairwise([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(product("ab", repeat=2))[:3], list(starmap(pow, [(2, 3), (3, 2)])), list(takewhile(lambda x: x < 3, count())), list(zip_longest([1, 2], "a", fillvalue="-")), list(chain("ab", [1])))
    print(reduce(operator.add, [[1], [2]], []), partial(int, base=16)("ff"), partial(print, "hola", sep="-"))
    print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), round(statistics.stdev([1, 2, 3, 4]), 4), statistics.mode("aab"), statistics.pstdev([1.5, 2.5]), statistics.quantiles([1, 2, 3, 4], n=4))
    print(json.dumps({"b": [1, 2.5, None, True], "a": {"ñ": "á\n"}}, indent=2, sort_keys=True, ensure_ascii=False))
    print(json.loads('{"x": [1, 2, {"y": null}], "z": 1e3}'), json.dumps("ñ"), json.dumps({1: 2, None: 3}, separators=(",", ":")))
    Punto = namedtuple("Punto", "x y", defaults=[0])
    p = Punto(1)
    print(p, p._replace(y=5), p == (1, 0), Punto._make([3, 4]), *p)
    od = OrderedDict(a=1, b=2)
    od.move_to_end("a")
    print(od, od.popitem(last=False), operator.itemgetter(1, 0)("ab"), operator.attrgetter("x")(p))

asyncio.run(main())
