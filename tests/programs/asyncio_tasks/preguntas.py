import asyncio


async def c():
    return 1


async def ag():
    yield 1


class Esperable:
    def __await__(self):
        return (yield from c().__await__())


async def main():
    co = c()
    print(asyncio.iscoroutine(co), asyncio.iscoroutine(c), asyncio.iscoroutine(ag()), asyncio.iscoroutine(Esperable()))
    print(asyncio.iscoroutinefunction(c), asyncio.iscoroutinefunction(co), asyncio.iscoroutinefunction(ag))
    f = asyncio.ensure_future(co)
    print(asyncio.isfuture(f), asyncio.isfuture(co), isinstance(f, asyncio.Task), isinstance(f, asyncio.Future))
    print(asyncio.ensure_future(f) is f, await f)
    print(await asyncio.ensure_future(Esperable()), await Esperable())
    for mal in (3, c, None):
        try:
            asyncio.ensure_future(mal)
        except TypeError as e:
            print(e)
        try:
            await mal
        except TypeError as e:
            print(e)
    for mal in (3, ag()):
        try:
            asyncio.create_task(mal)
        except TypeError as e:
            print(str(e)[:36])
    try:
        await asyncio.wait([])
    except ValueError as e:
        print(e)
    try:
        await asyncio.wait([x := c()])
    except TypeError as e:
        print(e)
        x.close()
    try:
        await asyncio.wait(x := c())
    except TypeError as e:
        print(e)
        x.close()
    t = asyncio.create_task(c())
    try:
        await asyncio.wait([t], return_when="NUNCA")
    except ValueError as e:
        print(e)
    print(await asyncio.gather(), await asyncio.gather(t, t))
    t.set_name(7)
    print(t.get_name(), repr(asyncio.create_task(c(), name=3).get_name()))
    print(asyncio.TimeoutError is TimeoutError, issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1].__name__)
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
    print([e.__module__ for e in (asyncio.CancelledError, asyncio.InvalidStateError, asyncio.QueueEmpty, asyncio.BrokenBarrierError)])
    try:
        asyncio.as_completed(t)
    except TypeError as e:
        print(e)
    for s in asyncio.as_completed([c(), c()]):
        print(type(s).__name__, await s)
    s = asyncio.shield(c())
    print(type(s).__name__, await s)
    print(await asyncio.wait_for(c(), None), await asyncio.wait_for(t, 0))
    try:
        await asyncio.wait_for(asyncio.sleep(1), -1)
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__))


asyncio.run(main())
