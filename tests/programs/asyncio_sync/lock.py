import asyncio
import time


async def main():
    cerrojo = asyncio.Lock()

    async def usa(n):
        print(n, "quiere")
        async with cerrojo:
            print(n, "tiene", time.perf_counter())
            await asyncio.sleep(1)
        print(n, "suelta")

    await asyncio.gather(usa("a"), usa("b"), usa("c"))
    print(cerrojo.locked(), await cerrojo.acquire(), cerrojo.locked())
    t = asyncio.create_task(usa("d"))
    u = asyncio.create_task(usa("e"))
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
    cerrojo.release()
    await u
    print(t.cancelled(), cerrojo.locked())
    try:
        cerrojo.release()
    except RuntimeError as e:
        print(e)
    try:
        with cerrojo:
            pass
    except TypeError as e:
        print(e)
    try:
        async with cerrojo:
            raise ValueError("dentro")
    except ValueError:
        print(cerrojo.locked())


asyncio.run(main())
