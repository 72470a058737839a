import asyncio
import time


async def fuente(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i


async def filtrar(it, f):
    async for x in it:
        if f(x):
            yield x


async def lotes(it, tamaño):
    lote = []
    async for x in it:
        lote.append(x)
        if len(lote) == tamaño:
            yield lote
            lote = []
    if lote:
        yield lote


async def main():
    async for l in lotes(filtrar(fuente(10), lambda x: x % 3), 4):
        print(f"{time.perf_counter():.1f}", l)

    async def consumir(nombre):
        total = 0
        async for x in fuente(4):
            total += x
            print(nombre, x)
        return total

    print(await asyncio.gather(consumir("a"), consumir("b")))


asyncio.run(main())
