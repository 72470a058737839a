import asyncio


async def main():
    bucle = asyncio.get_running_loop()
    fin = bucle.create_future()

    async def espera(x):
        return await x

    a = asyncio.create_task(espera(fin), name="a")
    b = asyncio.create_task(espera(a), name="b")
    await asyncio.sleep(0)
    print(repr(a))
    print(repr(b))
    g = asyncio.gather(a, b, return_exceptions=True)
    print(repr(g))
    t = asyncio.create_task(espera(g), name="t")
    await asyncio.sleep(0)
    print(repr(t))
    a.cancel()
    print(repr(a), repr(fin))
    print(await t)
    print(repr(g), repr(a), repr(t))
    f = bucle.create_future()
    print(f, [f], {"f": f})
    f.set_result([f])
    print(f)


asyncio.run(main())
