import asyncio
async def main():
    c = asyncio.Condition()
    for f in (c.notify, c.notify_all):
        try:
            f()
        except RuntimeError as e:
            print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
    try:
        await c.wait_for(lambda: False)
    except RuntimeError as e:
        print(e)
    print(await c.wait_for(lambda: 7))
    estado = 0
    async def espera(n):
        async with c:
            r = await c.wait_for(lambda: estado >= n and f"estado{estado}")
            print(n, r)
    ts = [asyncio.create_task(espera(i)) for i in range(1, 4)]
    await asyncio.sleep(0)
    print(repr(c).split(" [")[1])
    for estado in range(1, 4):
        async with c:
            print(c.locked(), repr(c).split(" [")[1])
            c.notify(2)
        await asyncio.sleep(0.1)
        print("--", [t.done() for t in ts])
    for t in ts: t.cancel()
    print(await asyncio.gather(*ts, return_exceptions=True))
    async def larga():
        async with c:
            try:
                await c.wait()
            finally:
                print("tiene", c.locked())
    t = asyncio.create_task(larga())
    await asyncio.sleep(0)
    await c.acquire()
    t.cancel()
    await asyncio.sleep(0)
    print(t.done())
    c.release()
    try:
        await t
    except asyncio.CancelledError:
        print("ok", c.locked())
    try:
        c.release()
    except RuntimeError as e:
        print(e)
    l = asyncio.Lock()
    d = asyncio.Condition(l)
    async with l:
        print(d.locked())
        d.notify()
    try:
        await d.wait_for(lambda: 1/0)
    except ZeroDivisionError as e:
        print(e)
    try:
        with c: pass
    except Exception as e:
        print(type(e), e)
    try:
        with l: pass
    except Exception as e:
        print(type(e), e)
    try:
        async with l as x:
            print(x)
            raise KeyError(1)
    except KeyError:
        print(l.locked())
asyncio.run(main())
