import asyncio
import time


async def procesar(n):
    await asyncio.sleep(n)
    return n * 10


async def main():
    pendientes = [procesar(n) for n in range(3)]
    print(await asyncio.gather(*pendientes))
    print(await asyncio.gather(*pendientes, return_exceptions=True))
    c = procesar(1)
    una, otra = asyncio.create_task(c), asyncio.create_task(c)
    print(await asyncio.gather(una, otra, return_exceptions=True), time.perf_counter())
    print(await asyncio.gather(*pendientes))


asyncio.run(main())
