import asyncio
async def main():
    # timeouts anidados
    try:
        async with asyncio.timeout(1) as a:
            try:
                async with asyncio.timeout(0.5) as b:
                    await asyncio.sleep(2)
            except TimeoutError:
                print("b", a.expired(), b.expired(), asyncio.current_task().cancelling())
            await asyncio.sleep(2)
    except TimeoutError:
        print("a", a.expired(), a, b)
    try:
        async with asyncio.timeout(0.5) as a:
            async with asyncio.timeout(1) as b:
                await asyncio.sleep(2)
    except TimeoutError: print(a.expired(), b.expired())
    async with asyncio.timeout(None) as t:
        print(t.when(), t)
        t.reschedule(asyncio.get_running_loop().time()+5)
        print(t.when())
    print(t)
    try:
        async with asyncio.timeout(0):
            print("entra"); await asyncio.sleep(0); print("no llega")
    except TimeoutError: print("cero")
    try:
        async with asyncio.timeout(-1):
            print("sin await")
    except TimeoutError: print("negativo")
    try:
        async with asyncio.timeout(1):
            raise ValueError("propio")
    except ValueError as e: print(e)
    async def tarea():
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(5)
        except asyncio.CancelledError: print("cancelada de fuera", asyncio.current_task().cancelling()); raise
    t = asyncio.create_task(tarea()); await asyncio.sleep(0.5); t.cancel()
    await asyncio.wait([t]); print(t)
    # cancel y uncancel
    async def tozuda():
        for i in range(3):
            try: await asyncio.sleep(1)
            except asyncio.CancelledError as e:
                print("ignora", i, e, asyncio.current_task().cancelling(), asyncio.current_task().uncancel())
        return "acabé"
    t = asyncio.create_task(tozuda()); await asyncio.sleep(0.1); print(t.cancel("uno"), t.cancel("dos"), t.cancelling())
    await asyncio.sleep(0.1); t.cancel()
    print(await t, t.cancelled(), t.cancel())
    try: await asyncio.wait_for(tozuda(), 0.5)
    except TimeoutError as e: print("wf", repr(e))
    # wait_for con resultado justo en el plazo
    async def justo(d): await asyncio.sleep(d); return "justo"
    try: print(await asyncio.wait_for(justo(1), 1))
    except TimeoutError as e: print("perdió", e.__cause__.__class__)
    try: print(await asyncio.wait_for(justo(1), 0))
    except TimeoutError as e: print("cero")
    f = asyncio.get_running_loop().create_future(); f.set_result(3)
    print(await asyncio.wait_for(f, 0))
    print(await asyncio.wait_for(asyncio.shield(justo(0.2)), 1))
    h = asyncio.create_task(justo(1))
    try: await asyncio.wait_for(asyncio.shield(h), 0.5)
    except TimeoutError: print("shield vive", h.done())
    print(await h)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.1): await asyncio.sleep(1)
    except TimeoutError as e: print("at", type(e.__cause__))
    t = asyncio.timeout(1)
    try: t.reschedule(2)
    except RuntimeError as e: print(e)
    async with t: pass
    try: t.reschedule(2)
    except RuntimeError as e: print(e)
    try:
        async with t: pass
    except RuntimeError as e: print(e)
asyncio.run(main())
