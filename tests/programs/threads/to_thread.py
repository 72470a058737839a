import asyncio
import time


def bloqueante(n):
    print(f"{time.perf_counter():.1f} empieza {n}")
    time.sleep(n)
    print(f"{time.perf_counter():.1f} acaba {n}")
    return n * 10


async def latido():
    for _ in range(4):
        print(f"{time.perf_counter():.1f} latido")
        await asyncio.sleep(0.6)


async def main():
    r = await asyncio.gather(asyncio.to_thread(bloqueante, 2), latido(), asyncio.to_thread(bloqueante, 1))
    print(r, time.perf_counter())
    try:
        await asyncio.to_thread(lambda: 1 / 0)
    except ZeroDivisionError as e:
        print(e)
    print(await asyncio.to_thread(sum, [1, 2]), await asyncio.to_thread(int, "ff", base=16))


asyncio.run(main())
