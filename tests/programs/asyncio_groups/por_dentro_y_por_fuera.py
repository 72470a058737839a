# Un TaskGroup por dentro y por fuera. A quién cancela primero, de varias, lo
# decide en CPython la memoria: por eso se cuentan ordenadas.
import asyncio
canceladas = []
async def f(d, e=None, n=""):
    try:
        await asyncio.sleep(d)
        if e: raise e
        print("fin", n)
        return n
    except asyncio.CancelledError as x:
        canceladas.append((n, x.args))
        raise
async def main():
    try:
        async with asyncio.TaskGroup() as g:
            print(g)
            a = g.create_task(f(0.1, ValueError(1), "a"))
            g.create_task(f(1, None, "b"))
            print(g)
            async with asyncio.TaskGroup() as h:
                h.create_task(f(0.5, None, "c"))
                h.create_task(f(0.05, KeyError("k"), "d"), name="D")
    except* ValueError as e:
        print("VE", repr(e), e.exceptions)
    except* KeyError as e:
        print("KE", repr(e))
    print("canceladas", sorted(canceladas))
    canceladas.clear()
    print(asyncio.current_task().cancelling())
    async def dentro():
        try:
            async with asyncio.TaskGroup() as g:
                g.create_task(f(1, None, "x"))
                
                await asyncio.sleep(5)
        except BaseException as e:
            print("dentro", repr(e), asyncio.current_task().cancelling())
            raise
    t = asyncio.create_task(dentro())
    await asyncio.sleep(0.1)
    print(t.cancel("fuera"))
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e))
    async def terco():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            raise RuntimeError("terco")
    async def dentro2():
        async with asyncio.TaskGroup() as g:
            g.create_task(terco())
            g.create_task(terco())
    t = asyncio.create_task(dentro2())
    await asyncio.sleep(0.1)
    t.cancel()
    try:
        await t
    except BaseException as e:
        print(repr(e), t.cancelled(), t.cancelling())
    g = asyncio.TaskGroup()
    c = f(1)
    try: g.create_task(c)
    except RuntimeError as e: print(str(e)[:20], str(e)[-24:])
    c.close()
    async with g:
        try:
            async with g: pass
        except RuntimeError as e: print(str(e)[-40:])
    c = f(1)
    try: g.create_task(c)
    except RuntimeError as e: print(str(e)[-20:])
    c.close()
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(f(0.1, ValueError("z"), "z"))
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print(g)
                c = f(1)
                try: g.create_task(c)
                except RuntimeError as e: print(str(e)[-20:])
                c.close()
                raise
    except ExceptionGroup as e:
        print(e, e.exceptions, repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(f(0.1, None, "q"))
            raise KeyError("cuerpo")
    except BaseExceptionGroup as e:
        print(repr(e))
    async with asyncio.TaskGroup() as g:
        async def hija():
            g.create_task(f(0.1, None, "nieta"))
        g.create_task(hija())
        t = g.create_task(f(0.3, None, "cancelable"))
        await asyncio.sleep(0.2)
        t.cancel()
    print("bien", t.cancelled())
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(f(0.1, asyncio.CancelledError("m"), "m"))
        print("sin error")
    except BaseException as e:
        print(repr(e))
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(3)
    except BaseException as e:
        print(repr(e))
    try:
        async with asyncio.timeout(0.1):
            async with asyncio.TaskGroup() as g:
                g.create_task(f(1, None, "lenta"))
    except TimeoutError as e:
        print(repr(e))
asyncio.run(main())
print("canceladas", canceladas)
