import asyncio
import contextlib
import sys
import traceback


class ErrorDeRed(Exception): ...
class ErrorDeDatos(ValueError): ...


async def tarea(nombre, t, error=None):
    try:
        print(f"{nombre} empieza")
        await asyncio.sleep(t)
        if error:
            raise error
        print(f"{nombre} termina")
        return nombre.upper()
    except asyncio.CancelledError:
        print(f"{nombre} cancelada")
        raise
    finally:
        print(f"{nombre} limpia")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(tarea("a", 0.1, ErrorDeRed("sin red")))
            tg.create_task(tarea("b", 0.1, ErrorDeDatos("dato malo")))
            tg.create_task(tarea("c", 5))
    except* ErrorDeRed as eg:
        print("red", eg.exceptions, eg)
    except* ValueError as eg:
        print("valor", [type(e).__name__ for e in eg.exceptions])
    r = await asyncio.gather(tarea("d", 0.2), tarea("e", 0.1, KeyError("k")), return_exceptions=True)
    print(r)
    try:
        async with asyncio.timeout(0.3) as cm:
            await tarea("f", 1)
    except TimeoutError as e:
        print("tiempo", repr(e), cm.expired())
    try:
        await asyncio.wait_for(tarea("g", 1), 0.2)
    except asyncio.TimeoutError:
        print("g: tiempo agotado")
    with contextlib.suppress(ZeroDivisionError):
        1 / 0
    t = asyncio.create_task(tarea("h", 1), name="H")
    await asyncio.sleep(0)
    t.cancel("motivo")
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelada", e.args, t.cancelled(), t.get_name())
    done, pending = await asyncio.wait({asyncio.create_task(tarea("i", 0.1)), asyncio.create_task(tarea("j", 0.5))}, return_when=asyncio.FIRST_COMPLETED)
    print([d.result() for d in done], len(pending))
    for p in pending:
        p.cancel()
    print(await asyncio.gather(*pending, return_exceptions=True))
    try:
        try:
            raise ErrorDeRed("uno") from None
        except ErrorDeRed as e:
            raise ErrorDeDatos("dos") from e
    except ErrorDeDatos as e:
        print("".join(traceback.format_exception_only(type(e), e)).strip(), repr(e.__cause__))
        traceback.print_exc(file=sys.stdout)
    eg = ExceptionGroup("varios", [ValueError(1), ExceptionGroup("dentro", [TypeError(2), ValueError(3)])])
    print(eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, TypeError)), eg.message)
    raise eg

asyncio.run(main())
