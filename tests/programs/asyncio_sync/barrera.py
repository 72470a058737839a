import asyncio


async def main():
    b = asyncio.Barrier(3)

    async def llega(n):
        await asyncio.sleep(n)
        print("llega", n, b.n_waiting)
        i = await b.wait()
        print("pasa", n, i)

    await asyncio.gather(*(llega(n) for n in range(3)))
    print(b.parties, b.n_waiting, b.broken)

    async def aborta():
        try:
            await b.wait()
        except asyncio.BrokenBarrierError as e:
            print("rota", type(e).__name__)

    t = asyncio.create_task(aborta())
    await asyncio.sleep(0)
    await b.abort()
    await t
    print(b.broken)
    await b.reset()
    print(b.broken)
    async with asyncio.Barrier(1) as posicion:
        print(posicion)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)


asyncio.run(main())
