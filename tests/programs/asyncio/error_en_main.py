import asyncio


async def hondo():
    await asyncio.sleep(1)
    return [][0]


async def medio():
    return await hondo()


async def main():
    print("empieza")
    try:
        await medio()
    except IndexError as e:
        raise RuntimeError("no pude") from e


asyncio.run(main())
