import asyncio


def al_acabar(f):
    print("callback", f.result() if not f.cancelled() and f.exception() is None else "sin resultado")


async def main():
    bucle = asyncio.get_running_loop()
    f = bucle.create_future()
    print(f.done(), f.cancelled(), asyncio.isfuture(f), f.get_loop() is bucle)
    for nombre in ("result", "exception"):
        try:
            getattr(f, nombre)()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__, e)
    f.add_done_callback(al_acabar)
    bucle.call_later(1, f.set_result, "hola")
    print(await f, bucle.time())
    try:
        f.set_result("otra vez")
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    try:
        f.set_exception(ValueError())
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    print(f.cancel(), await f)
    g = bucle.create_future()
    g.set_exception(KeyError)
    try:
        await g
    except KeyError as e:
        print(repr(e), g.exception())
    try:
        bucle.create_future().set_exception(StopIteration())
    except TypeError as e:
        print(e)
    try:
        bucle.create_future().set_exception("no")
    except TypeError as e:
        print(e)
    h = bucle.create_future()
    h.add_done_callback(al_acabar)
    h.add_done_callback(al_acabar)
    print(h.remove_done_callback(al_acabar))
    h.add_done_callback(al_acabar)
    h.cancel("por si acaso")
    try:
        h.exception()
    except asyncio.CancelledError as e:
        print(repr(e))
    await asyncio.sleep(0)
    t = asyncio.current_task()
    for hacer in (lambda: t.set_result(1), lambda: t.set_exception(ValueError())):
        try:
            hacer()
        except RuntimeError as e:
            print(e)
    print(t.get_coro().__name__, t.get_name(), t.cancelling(), t.uncancel())
    esperan = [asyncio.create_task(esperar(i, k)) for i, k in enumerate([asyncio.Future()] * 3)]
    await asyncio.sleep(0)
    print(esperan[0].get_stack()[0].f_lineno if hasattr(asyncio.Task, "nada") else "tres esperan")
    bucle.create_future()
    await asyncio.sleep(0)
    for e in esperan:
        e.cancel()
    print(await asyncio.gather(*esperan, return_exceptions=True))
    try:
        asyncio.Future(1)
    except TypeError as e:
        print("TypeError")
    i = asyncio.Future(loop=bucle)
    i.set_result(3)
    print(await i + await i)


async def esperar(i, f):
    try:
        await f
    except asyncio.CancelledError:
        print("cancelada", i)
        raise


asyncio.run(main())
