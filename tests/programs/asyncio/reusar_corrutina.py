import asyncio


async def una():
    return 1


async def main():
    c = una()
    print(await c)
    try:
        await c
    except RuntimeError as e:
        print(e)
    lenta = asyncio.sleep(1)
    t = asyncio.create_task(lenta)
    await asyncio.sleep(0)
    try:
        await lenta
    except RuntimeError as e:
        print(e)
    await t
    c.close()
    print("fin")


asyncio.run(main())
