import asyncio
import time


async def hoja(n):
    await asyncio.sleep(n / 10)
    print("hoja", n)
    return n


async def rama(*ns):
    return sum(await asyncio.gather(*map(hoja, ns)))


async def main():
    print(await asyncio.gather(rama(5, 1), asyncio.gather(rama(3), hoja(2)), rama()))
    print(time.perf_counter())
    g = asyncio.gather(hoja(9), hoja(8))
    print(g.done())
    await asyncio.sleep(0.1)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print("gather cancelado", g.cancelled())
    g = asyncio.gather(hoja(9), hoja(8), return_exceptions=True)
    await asyncio.sleep(0.1)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print("también con return_exceptions")


asyncio.run(main())
