import asyncio


async def terca():
    tarea = asyncio.current_task()
    for vez in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print("vez", vez, tarea.cancelling(), repr(e), tarea.uncancel(), tarea.cancelling())
    return "sobrevive"


async def no_se_entera():
    await asyncio.sleep(0)
    return "acabó antes"


async def dos_veces():
    try:
        await asyncio.sleep(10)
    finally:
        print("limpia", asyncio.current_task().cancelling())
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as e:
            print("otra vez", repr(e), asyncio.current_task().cancelling())
            raise


async def main():
    t = asyncio.create_task(terca())
    await asyncio.sleep(0)
    for i in range(3):
        print(t.cancel(f"motivo {i}"))
        await asyncio.sleep(0)
    print(await t, t.cancelled(), t.cancelling())
    t = asyncio.create_task(no_se_entera())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(t.done(), t.cancel())
    t = asyncio.create_task(dos_veces())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0.5)
    t.cancel("dos")
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e), t.cancelling(), t.uncancel(), t.uncancel(), t.uncancel())
    t = asyncio.create_task(no_se_entera())
    t.cancel()
    t.cancel()
    print(t.cancelling(), t.uncancel())
    try:
        await t
    except asyncio.CancelledError:
        print("sin empezar")
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("dentro", asyncio.current_task().cancelling())
                raise
    except TimeoutError:
        print("fuera", asyncio.current_task().cancelling())
    asyncio.current_task().cancel()
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(5)
    except (TimeoutError, asyncio.CancelledError) as e:
        print(repr(e), asyncio.current_task().cancelling())
        asyncio.current_task().uncancel()
    print(await asyncio.sleep(0, "sigue"))


asyncio.run(main())
