import asyncio


async def ok(x, d):
    await asyncio.sleep(d)
    return x


async def mal(e, d):
    await asyncio.sleep(d)
    raise e


async def main():
    r = await asyncio.gather(ok(1, 2), mal(KeyError("k"), 1), mal(ValueError(), 0), ok(None, 0), return_exceptions=True)
    print(r)
    print([type(x).__name__ for x in r])
    try:
        print(await asyncio.gather(mal(KeyError("k"), 1), mal(ValueError("v"), 0)))
    except Exception as e:
        print(repr(e))
    await asyncio.sleep(2)
    try:
        await asyncio.gather(5)
    except TypeError as e:
        print(e)


asyncio.run(main())
