import asyncio
import time


async def main():
    q = asyncio.Queue(maxsize=2)

    async def productor():
        for i in range(5):
            await q.put(i)
            print(f"{time.perf_counter():.1f} pone {i} ({q.qsize()})")

    async def consumidor(n):
        while True:
            x = await q.get()
            await asyncio.sleep(0.5)
            print(f"{time.perf_counter():.1f} {n} procesa {x}")
            q.task_done()

    cs = [asyncio.create_task(consumidor(n)) for n in "ab"]
    await productor()
    await q.join()
    print("todo hecho", q.empty(), q.full(), q.maxsize)
    for c in cs:
        c.cancel()
    print(await asyncio.gather(*cs, return_exceptions=True))
    for f in (q.get_nowait, q.task_done):
        try:
            f()
        except (asyncio.QueueEmpty, ValueError) as e:
            print(type(e).__name__, e)
    q.put_nowait(1)
    q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e))
    print(q.get_nowait(), await q.get(), q.qsize())
    p = asyncio.PriorityQueue()
    for x in (3, 1, 2):
        await p.put((x, f"tarea {x}"))
    print([await p.get() for _ in range(3)])
    l = asyncio.LifoQueue()
    for x in (3, 1, 2):
        l.put_nowait(x)
    print([l.get_nowait() for _ in range(3)])
    try:
        await asyncio.wait_for(q.get(), 1)
    except TimeoutError:
        print("vacía")
    g = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    g.cancel()
    await asyncio.sleep(0)
    await q.put("no se pierde")
    print(await q.get())


asyncio.run(main())
