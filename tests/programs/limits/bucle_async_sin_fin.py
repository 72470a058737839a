import asyncio


async def gira():
    while True:
        await asyncio.sleep(0)


async def main():
    print("empieza")
    await asyncio.gather(gira(), gira())


asyncio.run(main())
