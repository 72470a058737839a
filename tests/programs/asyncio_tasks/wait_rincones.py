import asyncio
async def f(d, e=None, n=0):
    await asyncio.sleep(d)
    if e: raise e
    return n
def names(s): return sorted(t.get_name() for t in s)
def mk(*ds): return [asyncio.create_task(f(d, e), name=f"t{i}") for i, (d, e) in enumerate(ds)]
async def main():
    loop = asyncio.get_running_loop()
    ts = mk((0.1, None), (0.2, ValueError()), (0.3, None))
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED); print(names(d), names(p), loop.time())
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION); print(names(d), names(p), loop.time())
    d, p = await asyncio.wait(ts, return_when=asyncio.ALL_COMPLETED); print(names(d), names(p), loop.time())
    d, p = await asyncio.wait(ts, timeout=0); print(names(d), names(p), loop.time())
    ts = mk((0.1, None), (0.2, None), (0.3, None))
    d, p = await asyncio.wait(ts, timeout=0.15); print(names(d), names(p), loop.time())
    ts[1].cancel()
    d, p = await asyncio.wait(p, return_when=asyncio.FIRST_EXCEPTION); print(names(d), names(p), loop.time())
    for bad in (lambda: asyncio.wait([]), lambda: asyncio.wait(ts[0]), lambda: asyncio.wait(ts, return_when="x"), lambda: asyncio.wait([f(0)]), lambda: asyncio.wait(f(0)), lambda: asyncio.wait(x for x in ts)):
        try:
            print(await bad())
        except Exception as e: print(type(e).__name__, e)
    fs = [loop.create_future() for _ in range(2)]
    loop.call_later(0.1, fs[0].set_result, 1)
    d, p = await asyncio.wait(set(fs), timeout=0.2); print(len(d), len(p))
    d, p = await asyncio.wait(tuple(fs), return_when=asyncio.FIRST_COMPLETED); print(len(d), len(p))
    t = asyncio.create_task(asyncio.wait([fs[1]]))
    await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print(fs[1].cancelled(), fs[1])
    d, p = await asyncio.wait([fs[0], fs[0]]); print(len(d))
    d, p = await asyncio.wait([asyncio.create_task(f(0.1)), fs[0]], timeout=-1); print(len(d), len(p))
    ts = mk((0.1, None), (0.2, ValueError("e")), (0.3, None))
    for c in asyncio.as_completed(ts, timeout=0.25):
        try: print("ac", await c)
        except Exception as e: print("ac", repr(e))
    print(loop.time())
    it = asyncio.as_completed([f(0.2, n=2), f(0.1, n=1)])
    print(type(it).__name__)
    for c in it:
        print(type(c).__name__, await c)
    try:
        for c in asyncio.as_completed(f(1)): pass
    except TypeError as e: print(e)
    print(list(asyncio.as_completed([])))
    await asyncio.sleep(0.5)
asyncio.run(main())
