import asyncio


async def gen():
    try:
        for i in range(10):
            await asyncio.sleep(1)
            yield i
    except asyncio.CancelledError:
        print("gen cancelado")
        raise
    finally:
        print("gen finally")


async def consumir():
    async for x in gen():
        print(x)


async def main():
    t = asyncio.create_task(consumir())
    await asyncio.sleep(2.5)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelado")
    g = gen()
    print(await g.asend(None))
    a = g.asend(None)
    b = g.asend(None)
    t = asyncio.ensure_future(a)
    await asyncio.sleep(0)
    try:
        await b
    except RuntimeError as e:
        print(e)
    print(await t)
    await g.aclose()


asyncio.run(main())
