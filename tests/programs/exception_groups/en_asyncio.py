import asyncio


async def falla(e, n=0):
    await asyncio.sleep(n)
    raise e


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(falla(ValueError("v")))
            tg.create_task(falla(TypeError("t")))
            tg.create_task(falla(OSError("o")))
    except* ValueError as g:
        print("valores", g.exceptions)
    except* TypeError as g:
        print("tipos", g.exceptions)
    except* OSError as g:
        print("sistema", g.exceptions)
    resultados = await asyncio.gather(falla(ValueError(1)), falla(KeyError(2), 1), asyncio.sleep(2, "bien"), return_exceptions=True)
    errores = [r for r in resultados if isinstance(r, Exception)]
    try:
        if errores:
            raise ExceptionGroup("dos de tres", errores)
    except* (ValueError, KeyError) as g:
        print(g, [repr(e) for e in g.exceptions])

    def hojas(g):
        for e in g.exceptions:
            if isinstance(e, BaseExceptionGroup):
                yield from hojas(e)
            else:
                yield e

    try:
        async with asyncio.TaskGroup() as tg:
            async def interior():
                async with asyncio.TaskGroup() as tg2:
                    tg2.create_task(falla(ValueError("hoja 1")))
                    tg2.create_task(falla(KeyError("hoja 2")))
            tg.create_task(interior())
    except ExceptionGroup as g:
        print([repr(e) for e in hojas(g)])
        print(repr(g.derive([ValueError("otra")])))


asyncio.run(main())
