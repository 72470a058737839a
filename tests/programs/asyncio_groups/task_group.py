import asyncio
import time


async def trabajo(n, falla=False):
    try:
        await asyncio.sleep(n)
        if falla:
            raise ValueError(f"falla {n}")
        print("acaba", n, time.perf_counter())
        return n * 10
    except asyncio.CancelledError:
        print("cancelada", n, time.perf_counter())
        raise


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(trabajo(1))
        b = tg.create_task(trabajo(2), name="b")
        print("cuerpo", a.done(), b.get_name())
    print(a.result(), b.result(), time.perf_counter())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(trabajo(1))
            tg.create_task(trabajo(2, True))
            tg.create_task(trabajo(3))
    except* ValueError as g:
        print(repr(g))
    try:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(trabajo(3))
            await asyncio.sleep(0)
            raise KeyError("cuerpo")
    except* KeyError as g:
        print(repr(g), t.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(trabajo(1, True))
            await asyncio.sleep(10)
            print("no llega")
    except ExceptionGroup as g:
        print(g, g.exceptions)
    async with asyncio.TaskGroup() as tg:
        async def crea():
            await asyncio.sleep(1)
            tg.create_task(trabajo(1))
            print("crea otra")
        tg.create_task(crea())
    print("fin", time.perf_counter())
    try:
        tg.create_task(x := trabajo(1))
    except RuntimeError as e:
        print(str(e).split(" has ")[0][:11], str(e)[-12:])
        x.close()
    async with asyncio.TaskGroup() as tg:
        pass
    async with asyncio.TaskGroup() as tg:
        c = tg.create_task(trabajo(5))
        await asyncio.sleep(0)
        c.cancel()
    print("cancelar a una hija no es un fallo", c.cancelled())


asyncio.run(main())
