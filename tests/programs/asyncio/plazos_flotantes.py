import asyncio
import time


async def pasos(nombre, paso, n):
    for _ in range(n):
        await asyncio.sleep(paso)
    print(nombre, time.perf_counter())


async def main():
    await asyncio.gather(pasos("diez de 0.1", 0.1, 10), pasos("uno de 1", 1, 1), pasos("tres de 1/3", 1 / 3, 3), pasos("uno de 1.0000000001", 1.0000000001, 1))
    await asyncio.gather(asyncio.sleep(1e-9), asyncio.sleep(1e-3))
    print(time.perf_counter())


asyncio.run(main())
