import asyncio
async def f():
    t = asyncio.current_task()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print(t.cancelling(), repr(e)); print(t.uncancel(), t.uncancel(), t.cancelling())
    await asyncio.sleep(0.1)
    return "vivo"
async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    print(t.cancelling(), t.cancel("a"), t.cancelling(), t.cancel("b"), t.cancelling(), t)
    print(await t, t.cancelled(), t.cancel(), t.cancelling())
    async def g():
        await asyncio.sleep(0)
        print("g no corre")
    t = asyncio.create_task(g())
    print(t.cancel("antes"), t.cancelling(), t.uncancel())
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
    t = asyncio.create_task(g()); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print(repr(e), t.cancelled())
    try: t.result()
    except asyncio.CancelledError as e: print(repr(e))
    try: t.exception()
    except asyncio.CancelledError as e: print(repr(e))
    async def h():
        asyncio.current_task().cancel("yo")
        print("sigo")
        return 5
    t = asyncio.create_task(h())
    try: print(await t)
    except asyncio.CancelledError as e: print(repr(e), t)
    async def k():
        asyncio.current_task().cancel("yo")
        try: await asyncio.sleep(0)
        except asyncio.CancelledError as e: print("en k", repr(e))
        await asyncio.sleep(0)
        return 5
    print(await asyncio.create_task(k()))
    async def raise_c(): raise asyncio.CancelledError("propia")
    t = asyncio.create_task(raise_c())
    try: await t
    except asyncio.CancelledError as e: print(repr(e), t.cancelled(), t.cancelling())
    fut = asyncio.get_running_loop().create_future()
    print(fut.cancel("m1"), fut.cancel("m2"), fut.cancelled(), fut.done())
    try: await fut
    except asyncio.CancelledError as e: print(repr(e))
    try: fut.result()
    except asyncio.CancelledError as e: print(repr(e))
    for op in (lambda: fut.set_result(1), lambda: fut.set_exception(ValueError()), lambda: t.set_result(1), lambda: t.set_exception(KeyError())):
        try: op()
        except Exception as e: print(type(e).__name__, e)
    fut = asyncio.get_running_loop().create_future()
    for op in (lambda: fut.result(), lambda: fut.exception(), lambda: fut.set_exception(StopIteration), lambda: fut.set_exception(3), lambda: fut.set_exception(StopIteration(1))):
        try: print(op())
        except Exception as e: print(type(e).__name__, e)
    fut.set_exception(KeyError)
    print(repr(fut.exception()), fut)
    fut = asyncio.get_running_loop().create_future(); fut.set_result(1)
    try: fut.set_result(2)
    except Exception as e: print(type(e).__name__, e)
asyncio.run(main())
