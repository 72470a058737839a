import asyncio
from collections.abc import AsyncIterator, AsyncGenerator, Callable, Awaitable, Iterable
from contextlib import AsyncExitStack, aclosing


async def origen(n: int, pausa: float = 0.05) -> AsyncIterator[int]:
    try:
        for i in range(n):
            await asyncio.sleep(pausa)
            yield i
    finally:
        print("origen cerrado")


async def filtrar(it: AsyncIterator[int], pred: Callable[[int], bool]) -> AsyncGenerator[int, None]:
    async for x in it:
        if pred(x):
            yield x


async def mapear(it, f: Callable[[int], Awaitable[str]], limite: int = 2):
    sem = asyncio.Semaphore(limite)

    async def uno(x):
        async with sem:
            return await f(x)

    tareas = [asyncio.ensure_future(uno(x)) async for x in it]
    for t in tareas:
        yield await t


async def lotes(it, n):
    lote = []
    async for x in it:
        lote.append(x)
        if len(lote) == n:
            yield tuple(lote)
            lote.clear()
    if lote:
        yield tuple(lote)


class Recurso:
    abiertos = 0

    def __init__(self, nombre): self.nombre = nombre

    async def __aenter__(self):
        await asyncio.sleep(0.01)
        type(self).abiertos += 1
        print(f"abre {self.nombre} ({self.abiertos})")
        return self

    async def __aexit__(self, tipo, exc, tb):
        await asyncio.sleep(0.01)
        type(self).abiertos -= 1
        print(f"cierra {self.nombre} {tipo.__name__ if tipo else '-'}")
        return tipo is not None and issubclass(tipo, LookupError)


class Cuenta:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


async def cuadrado(x: int) -> str:
    await asyncio.sleep(0.1)
    return f"{x}²={x ** 2}"


async def main():
    async for lote in lotes(mapear(filtrar(origen(9), lambda x: x % 2), cuadrado), 3):
        print(lote)
    async with aclosing(origen(100)) as g:
        async for x in g:
            if x == 2: break
    async with AsyncExitStack() as pila:
        rs = [await pila.enter_async_context(Recurso(n)) for n in "abc"]
        pila.callback(print, "callback", "síncrono")
        pila.push_async_callback(asyncio.sleep, 0)
        print([r.nombre for r in rs])
    async with Recurso("x") as x, Recurso("y") as y:
        raise KeyError("tragado")
    print([n async for n in Cuenta(3)], {n: n * n async for n in Cuenta(3) if n}, Recurso.abiertos, await anext(Cuenta(1)), await anext(Cuenta(0), "nada"))
    print(sum([await f for f in [cuadrado_n(i) for i in range(3)]]))


async def cuadrado_n(i): return i * i

asyncio.run(main())
