import asyncio
# Señales de corrutinas sin esperar y excepciones
async def f(): return 1
async def main():
    x = f() 
    try: x + 1
    except TypeError as e: print(e)
    try: len(f())
    except TypeError as e: print(e)
    try:
        for _ in f(): pass
    except TypeError as e: print(e)
    try:
        async for _ in f(): pass
    except TypeError as e: print(e)
    try:
        async for _ in [1]: pass
    except TypeError as e: print(e)
    try:
        async with f(): pass
    except TypeError as e: print(e)
    try:
        with asyncio.Lock(): pass
    except TypeError as e: print(e)
    try: await asyncio.gather(1, 2)
    except TypeError as e: print(e)
    try: await asyncio.sleep("1")
    except TypeError as e: print(e)
    try: await [f()]
    except TypeError as e: print(e)
    try: await None
    except TypeError as e: print(e)
    try: await asyncio.sleep(1, 2, 3)
    except TypeError as e: print(e)
    try: f(3)
    except TypeError as e: print(e)
    try: asyncio.gather(f)
    except TypeError as e: print(e)
    try: await asyncio.wait_for(f, 1)
    except TypeError as e: print(e)
    try: asyncio.run_coroutine_threadsafe(3, asyncio.get_running_loop())
    except TypeError as e: print(e)
    try: asyncio.timeout("x").__aenter__().send(None)
    except Exception as e: print(type(e).__name__, e)
    t = asyncio.create_task(f())
    try: t.result()
    except asyncio.InvalidStateError as e: print(e)
    try: t.exception()
    except asyncio.InvalidStateError as e: print(e)
    try: await t + 1
    except TypeError as e: print(e)
    print(await t + 1)
    print(isinstance(t, asyncio.Future), isinstance(t, asyncio.Task), asyncio.isfuture(t))
    g = f(); g.send
    try: g.send(None)
    except StopIteration as e: print("SI", e.value)
    g = f(); g.close(); g = f()
    try: g.throw(ValueError("t"))
    except ValueError as e: print(e)
    print(f.__name__, f.__qualname__, type(f), type(f()).__name__)
    class Aw:
        def __await__(self):
            yield from asyncio.sleep(0.1).__await__()
            return "aw"
    print(await Aw(), await asyncio.wait_for(Aw(), 1), await asyncio.gather(Aw(), Aw()))
    try: asyncio.create_task(Aw())
    except TypeError as e: print(str(e)[:32])
    class Mal:
        def __await__(self): return 3
    try: await Mal()
    except TypeError as e: print(e)
    class YieldMal:
        def __await__(self): yield 3
    try: await YieldMal()
    except RuntimeError as e: print(e)
asyncio.run(main())
