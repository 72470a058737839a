import asyncio
def malo(*a): raise ValueError("cb", *a)
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(malo, 1)
    loop.call_later(0.1, malo)
    fut = loop.create_future()
    fut.add_done_callback(malo2)
    fut.set_result(None)
    await asyncio.sleep(0.2)
    print(loop.get_exception_handler())
    def handler(l, ctx):
        print("H", l is loop, sorted(ctx), ctx["message"], repr(ctx.get("exception")))
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(malo, 1)
    await asyncio.sleep(0)
    async def f(): raise KeyError("x")
    t = asyncio.create_task(f()); await asyncio.sleep(0); await asyncio.sleep(0)
    del t
    await asyncio.sleep(0)
    fut = loop.create_future(); fut.set_exception(KeyError("fut")); del fut
    loop.call_exception_handler({"message": "a mano", "otro": 1})
    loop.call_exception_handler({"message": "sin nada"})
    def handler2(l, ctx): 1 / 0
    loop.set_exception_handler(handler2)
    loop.call_soon(malo, 2)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "a mano", "otro": [1, 2], "exception": ValueError("v"), "future": 3, "handle": 4})
    loop.call_exception_handler({})
    loop.default_exception_handler({"message": "directo"})
    try: loop.set_exception_handler(3)
    except TypeError as e: print(e)
    h = loop.call_soon(malo, 3); h.cancel()
    h = loop.call_later(0.1, malo, 3); h.cancel(); h.cancel()
    await asyncio.sleep(0.2)
    loop.call_soon(lambda: 1 / 0)
    import functools
    loop.call_soon(functools.partial(malo, 5), 6)
    class C:
        def m(self): raise KeyError("m")
        def __call__(self): raise KeyError("call")
        def __repr__(self): return "<C>"
    loop.call_soon(C().m)
    loop.call_soon(C())
    loop.call_soon(int, "x")
    loop.call_soon("a".join, 3)
    async def co(): pass
    try:
        loop.call_soon(3)
    except Exception as e: print(repr(e))
    await asyncio.sleep(0)
    print("fin")
def malo2(f): raise RuntimeError("done cb")
asyncio.run(main())
