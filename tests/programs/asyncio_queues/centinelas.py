import asyncio
import time


async def productor(cola, nombre, n):
    for i in range(n):
        await asyncio.sleep(0.3)
        await cola.put(f"{nombre}{i}")
    print(f"{nombre} acaba")


async def consumidor(cola, salida):
    while (x := await cola.get()) is not None:
        salida.append(x)
        await asyncio.sleep(0.2)
    return len(salida)


async def main():
    cola, salida = asyncio.Queue(), []
    c = asyncio.create_task(consumidor(cola, salida))
    await asyncio.gather(productor(cola, "a", 3), productor(cola, "b", 2))
    await cola.put(None)
    print(await c, salida, f"{time.perf_counter():.1f}")


asyncio.run(main())
