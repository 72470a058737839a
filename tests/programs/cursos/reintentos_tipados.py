import asyncio, time, random, sys, functools
from typing import Any, Awaitable, Callable, AsyncIterator, Optional, Protocol, TypeVar, Generic, NamedTuple, TypedDict, Literal, Union, cast, overload, Final, Annotated, Self, NewType, ParamSpec, Coroutine
T = TypeVar("T"); P = ParamSpec("P")
def reintenta(veces: int = 3, espera: float = 0.1, excepciones: tuple[type[BaseException], ...] = (Exception,)):
    def deco(f: Callable[P, Awaitable[T]]) -> Callable[P, Coroutine[Any, Any, T]]:
        @functools.wraps(f)
        async def envuelta(*a: P.args, **k: P.kwargs) -> T:
            ultimo: Optional[BaseException] = None
            for intento in range(1, veces + 1):
                try: return await f(*a, **k)
                except excepciones as e:
                    ultimo = e; print(f"intento {intento}: {e!r}")
                    await asyncio.sleep(espera * 2 ** intento)
            raise RuntimeError(f"{f.__name__} agotó {veces} intentos") from ultimo
        return envuelta
    return deco
n = 0
@reintenta(excepciones=(ConnectionError, TimeoutError))
async def pide(url: str) -> dict[str, int]:
    "Pide una url."
    global n; n += 1
    if n < 3: raise ConnectionError(url)
    return {"n": n}
def cronometra(f):
    @functools.wraps(f)
    async def g(*a, **k):
        t = time.perf_counter()
        try: return await f(*a, **k)
        finally: print(f"{f.__name__} tardó {time.perf_counter() - t:.2f}s")
    return g
@cronometra
async def main():
    print(await pide("http://x"), pide.__doc__, pide.__name__)
    try: await pide.__wrapped__("a", 2)
    except TypeError as e: print(e)
class Repo(Protocol[T]):
    async def dame(self, i: int) -> T: ...
class Mem(Generic[T]):
    def __init__(self, d: dict[int, T]) -> None: self.d = d
    async def dame(self, i: int) -> T: await asyncio.sleep(0); return self.d[i]
class Punto(NamedTuple):
    x: int
    y: int = 0
    def norma(self) -> float: return (self.x**2 + self.y**2) ** .5
class U(TypedDict, total=False):
    a: int
print(asyncio.run(Mem[str]({1: "a"}).dame(1)), Punto(3, 4).norma(), Punto(1), U(a=1), Literal["a", "b"], Union[int, None], Optional[str], Annotated[int, "x"], cast(int, "x"), NewType("Id", int)(5), Callable[[int], str], AsyncIterator[int], Final[int], list[Punto])
asyncio.run(main())
