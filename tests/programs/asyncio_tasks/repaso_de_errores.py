# Lo que se enseña de los errores de asyncio, uno tras otro.
import asyncio
# lo que un profesor mostraría de errores
async def a(): await asyncio.sleep(.1); return 1
async def main():
    a()
    x = a()
    try: x + 1
    except TypeError as e: print(e)
    print(await x)
    try: await x
    except RuntimeError as e: print(e)
    for f in (lambda: asyncio.gather(1), lambda: asyncio.sleep("a"), lambda: asyncio.Semaphore(-1), lambda: asyncio.wait_for(a()), lambda: asyncio.Barrier(0), lambda: asyncio.as_completed(a()), lambda: asyncio.shield(3), lambda: asyncio.timeout(), lambda: asyncio.run(a())):
        try:
            r = f()
            if asyncio.iscoroutine(r):
                try: await r
                finally: r.close()
        except Exception as e: print(type(e).__name__, e)
    t = asyncio.create_task(a())
    print(t.done(), t.cancelled())
    try: t.result()
    except asyncio.InvalidStateError as e: print(e)
    try: t.set_result(1)
    except RuntimeError as e: print(e)
    print(await t, t.result(), t.exception())
    async def b():
        async with asyncio.timeout(.05):
            try: await asyncio.sleep(1)
            finally: print("limpio")
    try: await b()
    except TimeoutError: print("tiempo")
    async def c():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            raise ValueError("en vez de cancelar")
    t = asyncio.create_task(c()); await asyncio.sleep(0); t.cancel("m")
    try: await t
    except ValueError as e: print(repr(e), repr(e.__context__))
    e = asyncio.Event()
    async def espera(n): await e.wait(); print("sigue", n)
    async with asyncio.TaskGroup() as g:
        for n in range(3): g.create_task(espera(n))
        await asyncio.sleep(.1); e.set()
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(a()); raise KeyError("cuerpo")
    except* KeyError as eg: print(eg.exceptions)
    try:
        async with asyncio.timeout(.1) as t1:
            async with asyncio.timeout(.5): await asyncio.sleep(1)
    except TimeoutError: print("exterior", t1.expired())
    tareas = [asyncio.create_task(asyncio.sleep(i / 10, i)) for i in (3, 1, 2)]
    for f in asyncio.as_completed(tareas): print(await f, end=" ")
    print()
    q = asyncio.Queue()
    async def trabajador(n):
        while True:
            x = await q.get()
            try:
                await asyncio.sleep(.1)
                if x == 3: raise ValueError(x)
                print(n, x)
            except ValueError as e: print("mal", e)
            finally: q.task_done()
    ws = [asyncio.create_task(trabajador(f"w{i}")) for i in range(2)]
    for i in range(5): q.put_nowait(i)
    await q.join()
    for w in ws: w.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*ws, return_exceptions=True)])
    g = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2)); await asyncio.sleep(0); print(g.cancel())
    try: await g
    except asyncio.CancelledError as e: print("g", repr(e))
    cond = asyncio.Condition()
    try: cond.notify()
    except RuntimeError as e: print(e)
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), type(loop.time()).__name__, loop.is_running())
    try: loop.run_until_complete(x2 := a())
    except RuntimeError as e: print(e); x2.close()
    async def infinito():
        while True: await asyncio.sleep(.3); print("tic")
    t = asyncio.create_task(infinito())
    try: await asyncio.wait_for(asyncio.shield(t), 1)
    except TimeoutError: print("sigue viva", not t.done())
    t.cancel()
    async def falla(): raise OSError(2, "No existe", "f.txt")
    try: await falla()
    except FileNotFoundError as e: print(e, e.errno, e.filename)
asyncio.run(main())
