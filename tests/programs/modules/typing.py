from typing import Any, Awaitable, Callable, Dict, Generic, Iterable, List, NamedTuple, Optional, Protocol, Tuple, TypeVar, Union, TYPE_CHECKING, Final, Literal, TypedDict, cast
import asyncio

T = TypeVar("T")
Handler = Callable[[str], Awaitable[int]]
MAX: Final = 5
x: int
y: "NoExiste" = 3
print(y, __annotations__["y"])
if TYPE_CHECKING:
    import lo_que_sea


def f(a: int, b: Optional[str] = None, *c: float, d: List[Dict[str, Any]] = (), **e: Union[int, str]) -> Tuple[int, ...]:
    z: int = a
    w: list[int]
    return (z,)


print(f("no se comprueba"), sorted(f.__annotations__), f.__annotations__["a"].__name__)


class Pila(Generic[T]):
    def __init__(self) -> None:
        self.xs: list[T] = []

    def meter(self, x: T) -> "Pila[T]":
        self.xs.append(x)
        return self


print(Pila[int]().meter(1).xs)


class Punto(NamedTuple):
    x: int
    y: int = 0


class Hablador(Protocol):
    def hablar(self) -> str: ...


class D(TypedDict, total=False):
    a: int


print(Punto(1), Punto(1).y, D(a=1), cast(int, "x"), isinstance([], list))


async def g(h: Handler, modo: Literal["a", "b"] = "a") -> int | None:
    return await h(modo)


async def h(s: str) -> int:
    return len(s)


print(asyncio.run(g(h)), list[int], dict[str, int], int | None)
