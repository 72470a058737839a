# Grupos, esperas, escudos, barreras, condiciones y colas en un solo programa.
import asyncio
async def w(n, d, falla=False):
    try:
        await asyncio.sleep(d)
        if falla: raise ValueError(f"falla {n}")
        print("ok", n); return n
    except asyncio.CancelledError as e:
        print("cancelada", n, e.args); raise
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            t1 = tg.create_task(w(1, .1)); t2 = tg.create_task(w(2, .2, True)); t3 = tg.create_task(w(3, .3))
            t4 = tg.create_task(w(4, .2, True))
    except* ValueError as eg:
        print(eg, eg.exceptions)
    except* TypeError:
        print("no")
    print(t1.result(), t3.cancelled(), t2.exception())
    d, p = await asyncio.wait([asyncio.create_task(w(i, i/10, i == 2), name=f"w{i}") for i in (1, 2, 3)], return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.get_name() for t in d), sorted(t.get_name() for t in p))
    for t in p: t.cancel("basta")
    print(await asyncio.gather(*p, return_exceptions=True))
    for c in asyncio.as_completed([asyncio.create_task(w(i, (4 - i)/10)) for i in range(3)], timeout=.35):
        try: print("ac", await c)
        except asyncio.TimeoutError as e: print("to", repr(e))
    s = asyncio.create_task(w(9, .2))
    try: await asyncio.wait_for(asyncio.shield(s), .05)
    except TimeoutError: print("to shield", s.done())
    print(await s)
    async def hija():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("limpia"); await asyncio.sleep(.1); return "terca"
    t = asyncio.create_task(hija()); await asyncio.sleep(0); print(t.cancel(), t.cancelling()); print(await t, t.cancelled(), t.uncancel())
    b = asyncio.Barrier(3)
    async def cruza(i):
        await asyncio.sleep(i / 10)
        async with b as pos: print("cruza", i, pos, b.n_waiting)
    await asyncio.gather(*map(cruza, range(3)))
    c = asyncio.Condition(); datos = []
    async def consume():
        async with c:
            await c.wait_for(lambda: len(datos) > 2); print("datos", datos)
    t = asyncio.create_task(consume())
    for i in range(3):
        await asyncio.sleep(.01)
        async with c: datos.append(i); c.notify_all()
    await t
    q = asyncio.PriorityQueue(maxsize=2)
    async def prod():
        for p in (3, 1, 2): await q.put((p, "abc"[p - 1])); print("put", p, q.qsize(), q.full())
    async def cons():
        while True:
            x = await q.get(); print("get", x); q.task_done()
    ts = [asyncio.create_task(prod()), asyncio.create_task(cons())]
    await ts[0]; await q.join(); ts[1].cancel()
    try: await ts[1]
    except asyncio.CancelledError: print("fin")
    raise ExceptionGroup("raíz", [ValueError(1), ExceptionGroup("dentro", [TypeError("t"), KeyError("k")])])
asyncio.run(main())
