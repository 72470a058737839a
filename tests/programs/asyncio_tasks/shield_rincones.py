import asyncio
async def f(d, e=None):
    try:
        await asyncio.sleep(d)
    except asyncio.CancelledError:
        print("interior cancelada"); raise
    if e: raise e
    return "r"
async def espera(x):
    try:
        return await asyncio.shield(x)
    except BaseException as e:
        print("espera", repr(e)); raise
async def main():
    t = asyncio.create_task(f(0.2))
    o = asyncio.create_task(espera(t))
    await asyncio.sleep(0)
    o.cancel("m")
    try: await o
    except asyncio.CancelledError as e: print(repr(e), t.done())
    print(await t)
    t = asyncio.create_task(f(0.2, ValueError("v")))
    o = asyncio.create_task(espera(t))
    await asyncio.sleep(0)
    o.cancel()
    await asyncio.gather(o, return_exceptions=True)
    try: await t
    except ValueError as e: print(repr(e))
    t = asyncio.create_task(f(0.2, ValueError("perdida")))
    o = asyncio.create_task(espera(t))
    await asyncio.sleep(0)
    o.cancel()
    await asyncio.sleep(0.5)
    print(o.cancelled(), t)
    del t
    await asyncio.sleep(0)
    t = asyncio.create_task(f(0.2))
    o = asyncio.create_task(espera(t))
    await asyncio.sleep(0)
    t.cancel("dentro")
    try: await o
    except asyncio.CancelledError as e: print(repr(e))
    s = asyncio.shield(f(0.1))
    print(s)
    print(await s)
    s = asyncio.shield(f(0.1))
    s.cancel()
    await asyncio.sleep(0.3)
    t = asyncio.create_task(f(0))
    await t
    print(asyncio.shield(t) is t)
    try: asyncio.shield(3)
    except TypeError as e: print(e)
    s = asyncio.shield(f(0.1, KeyError("z")))
    await asyncio.sleep(0.3)
    del s
    await asyncio.sleep(0)
    print("fin")
    try:
        await asyncio.wait_for(asyncio.shield(x := asyncio.create_task(f(0.3))), 0.1)
    except TimeoutError: print("t", x.done())
    print(await x)
asyncio.run(main())
