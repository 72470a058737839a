import asyncio


async def main():
    bucle = asyncio.get_running_loop()
    async with asyncio.timeout(None) as t:
        print(t.when(), t.expired(), t)
        t.reschedule(bucle.time() + 1)
        print(t.when(), t)
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            print("vence", t)
            t2 = t
            break_ = True
        else:
            print("no llega")
    print("nunca")


async def otros():
    bucle = asyncio.get_running_loop()
    t = asyncio.timeout(1)
    print(t)
    try:
        t.reschedule(3)
    except (RuntimeError, AssertionError) as e:
        print(type(e).__name__, e)
    async with t:
        pass
    print(t, t.expired())
    for hacer in (lambda: t.reschedule(1),):
        try:
            hacer()
        except RuntimeError as e:
            print(e)
    try:
        async with t:
            pass
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout_at(bucle.time() - 1) as t:
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("no")
    except TimeoutError as e:
        print(repr(e), t.expired(), repr(e.__cause__))
    try:
        async with asyncio.timeout(1) as fuera:
            async with asyncio.timeout(2) as dentro:
                await asyncio.sleep(3)
    except TimeoutError:
        print(fuera.expired(), dentro.expired(), bucle.time())
    try:
        async with asyncio.timeout(2) as fuera:
            try:
                async with asyncio.timeout(1) as dentro:
                    await asyncio.sleep(3)
            except TimeoutError:
                print("el de dentro")
            await asyncio.sleep(3)
    except TimeoutError:
        print(fuera.expired(), dentro.expired(), bucle.time())
    try:
        async with asyncio.timeout(0.5):
            raise KeyError("otro")
    except KeyError as e:
        print(repr(e))
    try:
        async with asyncio.timeout(0.5):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise ValueError("en vez de")
    except ValueError as e:
        print(repr(e), repr(e.__context__))
    async with asyncio.timeout(0.5):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("tragada")
    print("sigue", asyncio.current_task().cancelling())


try:
    asyncio.run(main())
except TimeoutError as e:
    print("TimeoutError", e)
asyncio.run(otros())
