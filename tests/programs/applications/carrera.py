import asyncio
import time


async def servidor(nombre, tarda, falla=False):
    try:
        await asyncio.sleep(tarda)
        if falla:
            raise ConnectionError(nombre)
        return nombre
    except asyncio.CancelledError:
        print(f"{time.perf_counter():.1f} {nombre} cancelado")
        raise


async def primero(*corrutinas):
    pendientes = [asyncio.create_task(c) for c in corrutinas]
    errores = []
    while pendientes:
        hechas, _ = await asyncio.wait(pendientes, return_when=asyncio.FIRST_COMPLETED)
        for t in [t for t in pendientes if t in hechas]:
            pendientes.remove(t)
            if t.exception():
                errores.append(t.exception())
                continue
            for p in pendientes:
                p.cancel()
            await asyncio.gather(*pendientes, return_exceptions=True)
            return t.result()
    raise ExceptionGroup("ninguno respondió", errores)


async def main():
    print(await primero(servidor("lento", 3), servidor("roto", 1, True), servidor("rápido", 2)))
    try:
        await primero(servidor("a", 1, True), servidor("b", 2, True))
    except* ConnectionError as g:
        print(g.message, [str(e) for e in g.exceptions])


asyncio.run(main())
