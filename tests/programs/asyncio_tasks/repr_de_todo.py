import asyncio

async def f(n):
    await asyncio.sleep(n)
    return n

def cb(x): pass

async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(f(0.1), name="uno")
    print(t)
    fut = loop.create_future()
    print(fut)
    fut.add_done_callback(cb)
    print(fut)
    fut.add_done_callback(lambda f: None)
    print(fut)
    fut.add_done_callback(cb)
    print(fut)
    fut.set_result([1, 2])
    print(fut)
    await asyncio.sleep(0)
    print(fut, t)
    g = loop.create_future(); g.set_exception(ValueError("x"))
    print(g); g.exception()
    h = loop.create_future(); h.cancel("m")
    print(h)
    t.cancel()
    print(t)
    try:
        await t
    except asyncio.CancelledError:
        print(t)
    t2 = asyncio.create_task(f(0))
    await t2
    print(t2)
    async def malo(): raise KeyError("k")
    t3 = asyncio.create_task(malo())
    await asyncio.wait([t3])
    print(t3)
    print(repr(t3.exception()))
    g1 = asyncio.gather(f(1), f(2))
    g1.cancel()
    try:
        await g1
    except asyncio.CancelledError as e:
        print("c", repr(e))
    hd = loop.call_soon(cb, 1)
    print(hd)
    hd.cancel()
    print(hd, hd.cancelled())
    tm = loop.call_later(5, cb, "a", [1])
    print(tm, tm.when())
    tm.cancel()
    print(tm)
    tm = loop.call_later(5, print, "a")
    print(tm)
    tm.cancel()
    print(hd == hd, tm < loop.call_later(6, cb, 1))
    print(loop)
asyncio.run(main())
