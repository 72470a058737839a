import asyncio


async def falla(n, e):
    await asyncio.sleep(n)
    raise e


async def main():
    try:
        async with asyncio.TaskGroup() as fuera:
            fuera.create_task(falla(2, OSError("fuera")))
            async with asyncio.TaskGroup() as dentro:
                dentro.create_task(falla(1, ValueError("dentro")))
    except* ValueError as e:
        print(repr(e))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(falla(1, ValueError("a")))
            tg.create_task(falla(1, KeyError("b")))
    except* (ValueError, KeyError) as e:
        print(len(e.exceptions), sorted(type(x).__name__ for x in e.exceptions))

    async def con_limite():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(100))
    t = asyncio.create_task(con_limite())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("grupo cancelado desde fuera")


asyncio.run(main())
