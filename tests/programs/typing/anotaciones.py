from __future__ import annotations
import asyncio
from typing import Self, overload, Awaitable, AsyncIterator


class Nodo:
    siguiente: Nodo | None = None
    valor: int

    def enlazar(self, otro: Nodo) -> Nodo:
        self.siguiente = otro
        return otro

    def yo(self) -> Self:
        return self


def f(x: NoExiste, y: list[NoExiste] = []) -> Tampoco:
    z: OtroMas = 5
    return z


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x):
    return x * 2


async def cuenta(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i


async def main() -> None:
    n = Nodo()
    print(n.enlazar(Nodo()) is n.siguiente, f.__annotations__, Nodo.__annotations__, hasattr(n, "valor"))
    print(f(1), g("a"), g(2), [i async for i in cuenta(2)], n.yo() is n)


asyncio.run(main())
