import asyncio
import time


async def pedir(n):
    await asyncio.sleep(1)
    return n * n


async def main():
    t0 = time.time()
    uno_a_uno = []
    for n in range(5):
        uno_a_uno.append(await pedir(n))
    t1 = time.time()
    a_la_vez = await asyncio.gather(*[pedir(n) for n in range(5)])
    t2 = time.time()
    print(uno_a_uno == a_la_vez, f"{t1 - t0:.0f} s frente a {t2 - t1:.0f} s")


asyncio.run(main())
