import asyncio


async def f(n):
    await asyncio.sleep(n)
    return n


def hecho(t):
    print("callback", t.get_name(), t.cancelled() or t.exception() or t.result())


async def main():
    a = asyncio.create_task(f(1), name="a")
    a.add_done_callback(hecho)
    a.add_done_callback(lambda t: print("segunda"))
    quitada = lambda t: print("nunca")
    a.add_done_callback(quitada)
    print(a.remove_done_callback(quitada), a.remove_done_callback(quitada))
    print(await a)
    a.add_done_callback(hecho)
    print("aún no")
    await asyncio.sleep(0)
    b = asyncio.create_task(f(9))
    b.set_name("renombrada")
    b.add_done_callback(hecho)
    await asyncio.sleep(0)
    b.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(b.get_name(), b.done())
    c = asyncio.create_task(f(0), name="c")
    c.add_done_callback(lambda t: 1 / 0)
    await c
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()), [t.get_name() for t in asyncio.all_tasks()])
    print(asyncio.iscoroutine(x := f(1)), asyncio.isfuture(c), asyncio.isfuture(x), asyncio.ensure_future(c) is c)
    x.close()
    d = asyncio.ensure_future(f(0))
    print(type(d).__name__, await d)


asyncio.run(main())
