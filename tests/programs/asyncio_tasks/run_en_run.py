import asyncio


async def interior():
    return 1


async def main():
    try:
        asyncio.run(interior())
    except RuntimeError as e:
        print(e)


asyncio.run(main())


async def directo():
    asyncio.run(interior())


asyncio.run(directo())
