import asyncio


def ver(x):
    texto = repr(x)
    inicio, _, resto = texto.partition(" at 0x")
    print(inicio, resto[resto.find(" "):])


async def main():
    c, e, s, b = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2), asyncio.Barrier(2)
    n, a = asyncio.Condition(), asyncio.BoundedSemaphore(1)
    for x in (c, e, s, b, n, a):
        ver(x)
    await c.acquire()
    e.set()
    await s.acquire()
    await a.acquire()
    tareas = [asyncio.create_task(x) for x in (c.acquire(), b.wait(), a.acquire())]
    await asyncio.sleep(0)
    for x in (c, e, s, b, a):
        ver(x)
    await b.abort()
    ver(b)
    await asyncio.gather(tareas[1], return_exceptions=True)
    q = asyncio.Queue(2)
    print(q)
    q.put_nowait(1)
    q.put_nowait("dos")
    t = asyncio.create_task(q.put(3))
    await asyncio.sleep(0)
    print(q)
    ver(q)
    ver(asyncio.PriorityQueue())
    ver(asyncio.LifoQueue(3))
    v = asyncio.Queue()
    u = asyncio.create_task(v.get())
    await asyncio.sleep(0)
    print(v, q.full(), q.qsize(), v.maxsize, q.empty())
    for f in (q.put_nowait, lambda _: v.get_nowait()):
        try:
            f(9)
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(repr(error))
    print(asyncio.Queue[int] is not None)
    v.put_nowait(7)
    print(await u)
    v.task_done()
    try:
        v.task_done()
    except ValueError as error:
        print(error)
    for mal in (lambda: asyncio.Semaphore(-1), lambda: asyncio.Barrier(0), c.release, a.release, n.notify, lambda: c.release()):
        try:
            mal()
        except (ValueError, RuntimeError) as error:
            print(type(error).__name__, error)
    try:
        await n.wait()
    except RuntimeError as error:
        print(error)
    try:
        async with c:
            pass
        with c:
            pass
    except TypeError as error:
        print(error)
    for t in [t, *tareas]:
        t.cancel()


asyncio.run(main())
