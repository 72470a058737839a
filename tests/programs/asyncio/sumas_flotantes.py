import asyncio
import time


async def cronometro(paso, veces):
    marcas = []
    for _ in range(veces):
        await asyncio.sleep(paso)
        marcas.append(time.perf_counter())
    return marcas


async def main():
    for marcas in await asyncio.gather(cronometro(0.1, 5), cronometro(0.3, 2), cronometro(0.7, 1)):
        print(marcas)
    t0 = time.time()
    await asyncio.sleep(0.1)
    print(time.time() - t0, f"{time.time() - t0:.3f}", round(time.time() - t0, 3))


asyncio.run(main())
