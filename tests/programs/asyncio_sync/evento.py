import asyncio
import time


async def main():
    e = asyncio.Event()

    async def espera(n):
        print(n, "espera")
        print(n, await e.wait(), time.perf_counter())

    ts = [asyncio.create_task(espera(i)) for i in range(3)]
    await asyncio.sleep(1)
    print(e.is_set())
    e.set()
    e.set()
    print(e.is_set(), await e.wait())
    await asyncio.gather(*ts)
    e.clear()
    try:
        await asyncio.wait_for(e.wait(), 1)
    except TimeoutError:
        print("nadie lo puso")


asyncio.run(main())
