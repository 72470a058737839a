import asyncio
async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.timeout(1)
    print(t, t.when(), t.expired())
    try:
        t.reschedule(2)
    except RuntimeError as e:
        print(e)
    async with t as tt:
        print(tt is t, t, t.when())
        t.reschedule(loop.time() + 3)
        print(t, t.when())
        t.reschedule(None)
        print(t)
        t.reschedule(loop.time() + 0.5)
    print(t, t.expired())
    try:
        t.reschedule(1)
    except RuntimeError as e:
        print(e)
    try:
        async with t:
            pass
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout(0.1) as t:
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError as e:
                print("cancel", repr(e), t, asyncio.current_task().cancelling())
                raise
    except TimeoutError as e:
        print(repr(e), t, repr(e.__cause__), repr(e.__context__), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(-1):
            print("entra")
            await asyncio.sleep(0)
            print("no")
    except TimeoutError as e:
        print("venció", repr(e))
    async with asyncio.timeout(0):
        print("sin await")
    try:
        async with asyncio.timeout(0.1) as t:
            await asyncio.sleep(0.05)
            t.reschedule(loop.time() - 1)
            print(t)
            await asyncio.sleep(3)
    except TimeoutError:
        print("ok", loop.time())
    try:
        async with asyncio.timeout(0.1) as a:
            async with asyncio.timeout(0.1) as b:
                await asyncio.sleep(3)
    except TimeoutError:
        print("ab", a.expired(), b.expired(), loop.time())
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(3)
            except asyncio.CancelledError:
                print("tragada")
    except TimeoutError:
        print("no llega")
    print("cancelling", asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(3)
            except asyncio.CancelledError:
                raise ValueError("otra")
    except Exception as e:
        print(repr(e), repr(e.__context__))
    async with asyncio.timeout(None) as t:
        print(t, t.when())
    async with asyncio.timeout_at(loop.time() + 1) as t:
        print(t)
    try:
        await asyncio.wait_for(asyncio.sleep(2), 0.25)
    except asyncio.TimeoutError as e:
        print(repr(e), repr(e.__cause__), repr(e.__context__))
    try:
        asyncio.timeout("x")
    except TypeError as e:
        print(e)
asyncio.run(main())
async def fuera():
    async with asyncio.timeout(1): pass
try:
    asyncio.timeout(1)
except RuntimeError as e:
    print(e)
t = asyncio.Timeout(3)
print(t)
c = t.__aenter__()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
