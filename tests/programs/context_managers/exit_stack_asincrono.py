import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, suppress, aclosing


@asynccontextmanager
async def recurso(n, falla=False):
    print("abre", n)
    await asyncio.sleep(0.1)
    try:
        yield n
    finally:
        await asyncio.sleep(0.1)
        print("cierra", n)
        if falla:
            raise RuntimeError(f"cierre de {n}")


async def main():
    try:
        async with AsyncExitStack() as pila:
            await pila.enter_async_context(recurso(1))
            await pila.enter_async_context(recurso(2, True))
            pila.enter_context(suppress(KeyError))
            raise KeyError("dentro")
    except RuntimeError as e:
        print(e, repr(e.__context__))
    async with AsyncExitStack() as pila:
        await pila.enter_async_context(recurso(3))
        guardada = pila.pop_all()
    print("todavía abierta")
    await guardada.aclose()

    async def numeros():
        try:
            yield 1
            yield 2
        finally:
            print("gen cerrado")

    async with aclosing(numeros()) as g:
        async for x in g:
            print(x)
            break
    print("fin")


asyncio.run(main())
