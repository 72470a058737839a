import asyncio
import itertools


async def main():
    q = asyncio.PriorityQueue()
    orden = itertools.count()
    for prioridad, nombre in ((2, "media"), (1, "urgente"), (3, "baja"), (1, "urgente también")):
        q.put_nowait((prioridad, next(orden), nombre))
    while not q.empty():
        print(await q.get())
    q.put_nowait((1, {"a": 1}))
    try:
        q.put_nowait((1, {"b": 2}))
    except TypeError as e:
        print(e)
    q = asyncio.LifoQueue(maxsize=2)
    t = asyncio.create_task(q.put("a"))
    await asyncio.gather(q.put("b"), t)
    print(q.full(), q.get_nowait(), q.get_nowait())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))


asyncio.run(main())
