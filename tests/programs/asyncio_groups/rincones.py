import asyncio


async def espera(n, falla=None):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print("cancelada", n)
        raise
    if falla:
        raise falla
    return n


async def main():
    g = asyncio.TaskGroup()
    try:
        g.create_task(c := espera(1))
    except RuntimeError as e:
        print(str(e).split(" has")[1])
        c.close()
    async with g:
        a = g.create_task(espera(1), name="una")
        print(a.get_name(), repr(g).split()[0], repr(g).split()[1])
    try:
        g.create_task(c := espera(1))
    except RuntimeError as e:
        print(str(e).split("> ")[-1])
        c.close()
    try:
        async with g:
            pass
    except RuntimeError as e:
        print(str(e).split("> ")[-1])
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(espera(1, ValueError("uno")))
            g.create_task(espera(1, KeyError("dos")))
            g.create_task(espera(9))
            await asyncio.sleep(20)
    except* ValueError as eg:
        print(eg.message, eg.exceptions)
    except* KeyError as eg:
        print(eg.exceptions)
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(espera(5))
            raise OSError("del cuerpo")
    except ExceptionGroup as eg:
        print(repr(eg), eg.__cause__, eg.__context__)
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(espera(1, ValueError("tarde")))
            try:
                await asyncio.sleep(20)
            except asyncio.CancelledError:
                try:
                    g.create_task(c := espera(1))
                except RuntimeError as e:
                    print(str(e).split("> ")[-1])
                    c.close()
                raise
    except ExceptionGroup as eg:
        print(eg.exceptions, asyncio.current_task().cancelling())
    async with asyncio.TaskGroup() as g:
        t = g.create_task(espera(9))
        await asyncio.sleep(0)
        t.cancel()
    print(t.cancelled(), "una cancelada no es un fallo")

    async def con_grupo():
        async with asyncio.TaskGroup() as g:
            # In which order a group cancels is not defined: both say the same.
            g.create_task(espera(30))
            g.create_task(espera(30))

    t = asyncio.create_task(con_grupo())
    await asyncio.sleep(1)
    t.cancel("de fuera")
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e))
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as g:
                g.create_task(espera(40))
    except TimeoutError:
        print("a tiempo", asyncio.get_running_loop().time())
    async with asyncio.TaskGroup() as fuera:
        async with asyncio.TaskGroup() as dentro:
            fuera.create_task(espera(0.5))
            dentro.create_task(espera(0.2))
        print("dentro", asyncio.get_running_loop().time())
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(espera(0, SystemExit(3)) if False else espera(0, ZeroDivisionError()))
            g.create_task(espera(0, ValueError()))
    except* Exception as eg:
        print([type(e).__name__ for e in eg.exceptions])


asyncio.run(main())
