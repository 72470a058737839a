import asyncio


async def duerme():
    await asyncio.sleep(10)


async def intenta(t):
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e), e.args)


async def main():
    t = asyncio.create_task(duerme())
    await asyncio.sleep(0)
    print(t.cancel("ya basta"), t.cancelling())
    await intenta(t)
    await intenta(t)
    try:
        t.result()
    except asyncio.CancelledError as e:
        print(repr(e))
    u = asyncio.create_task(duerme())
    u.cancel("antes de empezar")
    await intenta(u)
    await intenta(u)
    a, b = asyncio.create_task(duerme()), asyncio.create_task(duerme())
    await asyncio.sleep(0)
    a.cancel("m")
    print(await asyncio.gather(a, b if b.cancel("n") else b, return_exceptions=True))
    f = asyncio.get_running_loop().create_future()
    f.cancel("futuro")
    await intenta(f)
    await intenta(f)
    print(await asyncio.gather(f, return_exceptions=True))
    print(f.cancel("otra vez"))

    async def se_va():
        asyncio.current_task().cancel("yo misma")
        return 1

    v = asyncio.create_task(se_va())
    await asyncio.sleep(0)
    print(v.cancelled())
    await intenta(v)
    await intenta(v)


asyncio.run(main())
