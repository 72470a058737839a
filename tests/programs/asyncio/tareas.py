import asyncio


async def hija(x):
    await asyncio.sleep(x)
    return x * 2


async def rota():
    raise LookupError("rota")


async def main():
    yo = asyncio.current_task()
    print(yo.get_name(), yo.done())
    t = asyncio.create_task(hija(1))
    u = asyncio.create_task(hija(2), name="u")
    print(t.get_name(), u.get_name(), asyncio.create_task(hija(0)).get_name())
    try:
        t.result()
    except asyncio.InvalidStateError as e:
        print(repr(e))
    print(await t, t.result(), t.done(), t.cancelled(), t.exception())
    print(await t)
    print(t.cancel(), u.cancel(), u.done(), u.cancelled())
    try:
        await u
    except asyncio.CancelledError as e:
        print("cancelada", repr(e), u.cancelled(), u.done())
    try:
        u.result()
    except asyncio.CancelledError as e:
        print(repr(e))
    r = asyncio.create_task(rota())
    await asyncio.sleep(0)
    print(r.done(), repr(r.exception()))
    try:
        await r
    except LookupError as e:
        print(e)


asyncio.run(main())
