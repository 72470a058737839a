# El que antes llega, antes pasa: también si el cerrojo se suelta y se vuelve a pedir.
import asyncio


async def main():
    c = asyncio.Lock()

    async def avaro(n, veces):
        for i in range(veces):
            async with c:
                print(n, i)
                await asyncio.sleep(0)

    await asyncio.gather(avaro("a", 3), avaro("b", 2), avaro("c", 1))

    s = asyncio.Semaphore(1)

    async def pedir(n):
        await s.acquire()
        print("semáforo", n)
        await asyncio.sleep(0.1)
        s.release()

    ts = [asyncio.create_task(pedir(n)) for n in range(4)]
    await asyncio.sleep(0.05)
    ts[1].cancel()
    await asyncio.wait(ts)
    print([t.cancelled() for t in ts])


asyncio.run(main())
