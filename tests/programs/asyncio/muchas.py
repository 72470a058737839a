import asyncio
import time


async def f(i):
    await asyncio.sleep((i * 7) % 13 / 10)
    return i


async def main():
    r = await asyncio.gather(*[f(i) for i in range(1000)])
    print(len(r), sum(r), r == list(range(1000)), time.perf_counter())


asyncio.run(main())
