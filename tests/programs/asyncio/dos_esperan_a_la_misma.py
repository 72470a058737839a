import asyncio


async def fuente():
    print("fuente empieza")
    await asyncio.sleep(1)
    return "dato"


async def lector(n, t):
    print(n, "espera")
    print(n, "recibe", await t)


async def roto():
    await asyncio.sleep(1)
    raise OSError("roto")


async def lector2(n, t):
    try:
        await t
    except OSError as e:
        print(n, "ve", e)


async def main():
    t = asyncio.create_task(fuente())
    await asyncio.gather(*(lector(n, t) for n in "abc"))
    r = asyncio.create_task(roto())
    await asyncio.gather(*(lector2(n, r) for n in "xy"))
    u = asyncio.create_task(fuente())
    l = asyncio.create_task(lector("cancelado", u))
    m = asyncio.create_task(lector("también", u))
    await asyncio.sleep(0.5)
    l.cancel()
    print(await asyncio.gather(l, m, u, return_exceptions=True))


asyncio.run(main())
