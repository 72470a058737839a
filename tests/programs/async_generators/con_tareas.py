import asyncio
import time


async def combinar(*gens):
    cola = asyncio.Queue()

    async def bombear(g):
        async for x in g:
            await cola.put(x)
        await cola.put(None)

    tareas = [asyncio.create_task(bombear(g)) for g in gens]
    vivos = len(tareas)
    try:
        while vivos:
            x = await cola.get()
            if x is None:
                vivos -= 1
            else:
                yield x
    finally:
        for t in tareas:
            t.cancel()
        print("combinar limpia")


async def pulso(n, cada, veces):
    for i in range(veces):
        await asyncio.sleep(cada)
        yield f"{n}{i}"


async def main():
    async for x in combinar(pulso("a", 0.3, 3), pulso("b", 0.5, 2)):
        print(f"{time.perf_counter():.1f} {x}")
    g = combinar(pulso("c", 0.1, 100))
    async for x in g:
        if x == "c2":
            break
    await g.aclose()
    try:
        async with asyncio.timeout(0.35):
            async for x in pulso("d", 0.1, 100):
                print(x)
    except TimeoutError:
        print("hasta aquí")


asyncio.run(main())
