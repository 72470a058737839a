# Cómo se muestran los tipos de typing, también unos dentro de otros.
import typing as t
import collections.abc as c
print(t.Awaitable[int], t.Coroutine[None, None, int], t.AsyncIterator[int], t.Iterable[str], t.Dict[str, int], t.List[int], t.Optional[t.List[int]], t.Callable[..., t.Any])
print(t.Callable[[int, str], None], t.Type[int], t.Tuple[int, ...], t.Literal['a', 1], t.Union[int, None, str], t.ClassVar[int], t.Annotated[int, 'x'], t.Deque[int], t.Set[int])
print(t.Generator[int, str, bool], t.AsyncGenerator[int, None], t.Mapping[str, int], t.Sequence[int], t.NoReturn, t.Any, t.Awaitable, t.List, t.Self, t.Never)
print(c.Awaitable[int], c.Callable[[int], str], c.Iterable, c.AsyncIterator[int], c.Coroutine[int, int, str])
T = t.TypeVar("T")
print(T, t.List[T], t.Callable[[T], T], list[T], t.Generic[T], t.Optional["X"], t.List["X"])
def g(x: t.Awaitable[int], y: t.Optional[str] = None, z: "list[int] | None" = None, w: t.Callable[[T], t.Awaitable[T]] = None) -> t.Awaitable[int]: ...
print(g.__annotations__)
print({"a": t.Awaitable[int]}, [t.Optional[int]], t.get_type_hints(g) if False else "")
