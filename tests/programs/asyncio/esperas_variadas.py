import asyncio
async def trabajo(n, d, f=False):
    await asyncio.sleep(d)
    if f: raise ValueError(n)
    return n
async def main():
    for c in asyncio.as_completed([trabajo(i, 0.3 - i*0.1) for i in range(3)]):
        print(await c)
    try:
        for c in asyncio.as_completed([trabajo("x", 1), trabajo("y", 3)], timeout=2): print(await c)
    except TimeoutError as e: print("plazo", repr(e))
    for c in asyncio.as_completed({asyncio.create_task(trabajo(1, 0.1, True))}):
        try: await c
        except ValueError as e: print("fallo", e)
    ts = [asyncio.create_task(trabajo(i, i, i == 2), name=f"t{i}") for i in range(1, 5)]
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.get_name() for t in d), sorted(t.get_name() for t in p))
    d, p = await asyncio.wait(p, timeout=0.5)
    print(len(d), len(p))
    d, p = await asyncio.wait(p, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in d], len(p))
    for t in p: t.cancel()
    await asyncio.wait(p); print([t.cancelled() for t in p])
    try: await asyncio.wait([])
    except ValueError as e: print(e)
    try: await asyncio.wait([trabajo(1, 1)])
    except TypeError as e: print(e)
    try: await asyncio.wait(ts[0])
    except TypeError as e: print(e)
    r = await asyncio.gather(trabajo(1, 0.2), trabajo(2, 0.1, True), return_exceptions=True); print(r)
    g = asyncio.gather(trabajo("a", 1), trabajo("b", 2)); await asyncio.sleep(0.1); print(g.cancel(), g)
    try: await g
    except asyncio.CancelledError as e: print("gather cancelado", e.args, g.cancelled())
    t1 = asyncio.create_task(trabajo("hija", 1))
    g = asyncio.gather(t1, trabajo("otra", 2)); await asyncio.sleep(0); t1.cancel()
    try: await g
    except asyncio.CancelledError: print("hija cancelada")
    await asyncio.sleep(3)
    print(await asyncio.gather())
    g = asyncio.gather(trabajo("f", 0.1, True), trabajo("sigue", 0.5))
    try: await g
    except ValueError as e: print("f", e, g.done(), g.exception())
    await asyncio.sleep(1)
    s = asyncio.shield(t := asyncio.create_task(trabajo("protegida", 1)))
    print(s)
    s.cancel()
    try: await s
    except asyncio.CancelledError: print("escudo roto", t.cancelled(), t.done())
    print(await t)
    c = trabajo("misma", 0.1)
    print(await asyncio.gather(c, c))
    async def dormilona(): await asyncio.shield(trabajo("s", 0.5, True))
    t = asyncio.create_task(dormilona()); await asyncio.sleep(0.1); t.cancel()
    await asyncio.wait([t]); await asyncio.sleep(1); print(t.cancelled())
asyncio.run(main())
