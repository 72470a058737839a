import asyncio


async def f(n):
    await asyncio.sleep(n)
    return [n]


async def main():
    t = asyncio.create_task(f(1), name="mía")
    print(t)
    await asyncio.sleep(0)
    print(t)
    await t
    print(t)
    c = asyncio.create_task(f(9), name="c")
    await asyncio.sleep(0)
    c.cancel()
    print(c)
    await asyncio.wait([c])
    print(c)
    e = asyncio.get_running_loop().create_future()
    print(e)
    e.set_exception(ValueError("x"))
    print(e, repr(e.exception()))
    print(asyncio.Lock.__name__, asyncio.Queue(3).maxsize)


asyncio.run(main())
