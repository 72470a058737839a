import asyncio


async def main():
    bucle = asyncio.get_running_loop()
    f = bucle.create_future()
    print(f.done(), f.cancelled())
    bucle.call_later(1, f.set_result, "listo")
    print(await f, f.done(), f.result())
    for accion in (lambda: f.set_result(1), lambda: f.set_exception(ValueError()), lambda: bucle.create_future().result(), lambda: bucle.create_future().exception(), lambda: bucle.create_future().set_exception(StopIteration()), ):
        try:
            accion()
        except Exception as e:
            print(type(e).__name__, "|", e)
    g = bucle.create_future()
    bucle.call_soon(g.set_exception, KeyError("roto"))
    try:
        await g
    except KeyError as e:
        print(repr(e), repr(g.exception()))
    h = bucle.create_future()

    async def espera(n):
        r = await h
        print(n, r)
        return n

    ts = [asyncio.create_task(espera(i)) for i in range(3)]
    await asyncio.sleep(1)
    h.set_result("ya")
    print("puesto; nadie despierta todavía")
    print(await asyncio.gather(*ts))
    c = bucle.create_future()
    t = asyncio.create_task(asyncio.wait_for(c, 1))
    try:
        await t
    except TimeoutError:
        print(c.cancelled())
    print(c.cancel(), repr(bucle.create_future()), repr(f))
    asyncio.Future().add_done_callback(print)


asyncio.run(main())
