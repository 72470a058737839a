import asyncio


async def hondo(n):
    await asyncio.sleep(n)
    return 1 / 0


async def main():
    t = asyncio.create_task(hondo(1))
    u = asyncio.create_task(hondo(2))
    await asyncio.sleep(1.5)
    print("t ya falló:", t.done(), u.done())
    await t


asyncio.run(main())
