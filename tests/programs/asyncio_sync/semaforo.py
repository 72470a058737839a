import asyncio
import time


async def main():
    s = asyncio.Semaphore(2)

    async def pedir(n):
        async with s:
            print(f"{time.perf_counter():.1f} pide {n}")
            await asyncio.sleep(1 + n / 10)
        return n

    print(await asyncio.gather(*map(pedir, range(5))))
    print(s.locked(), await s.acquire(), await s.acquire(), s.locked())
    s.release()
    s.release()
    s.release()
    print("tres permisos sin querer", s.locked())
    b = asyncio.BoundedSemaphore(1)
    await b.acquire()
    b.release()
    try:
        b.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    z = asyncio.Semaphore(0)
    t = asyncio.create_task(z.acquire())
    await asyncio.sleep(0)
    print(t.done())
    z.release()
    print(await t)


asyncio.run(main())
