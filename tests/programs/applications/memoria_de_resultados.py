import asyncio
import functools
import time


def recordar(f):
    hechas = {}

    @functools.wraps(f)
    async def envuelta(*a):
        if a not in hechas:
            hechas[a] = asyncio.ensure_future(f(*a))
        return await hechas[a]
    return envuelta


@recordar
async def caro(x):
    print("calcula", x)
    await asyncio.sleep(1)
    return x * 2


async def main():
    print(await asyncio.gather(caro(1), caro(1), caro(2)), time.perf_counter())
    print(await caro(1), time.perf_counter())


asyncio.run(main())
