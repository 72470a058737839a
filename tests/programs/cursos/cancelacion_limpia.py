"""Cancelar y recoger: `finally`, `shield`, cancelaciones que se niegan."""
import asyncio
from contextlib import asynccontextmanager, suppress

registro = []


def anotar(*partes):
    registro.append(" ".join(map(str, partes)))
    print(f"{asyncio.get_running_loop().time():5.2f}", *partes)


@asynccontextmanager
async def conexion(nombre):
    anotar("abre", nombre)
    try:
        yield nombre
    except asyncio.CancelledError as motivo:
        anotar("cancelada", nombre, motivo.args)
        raise
    finally:
        await asyncio.sleep(0.1)
        anotar("cierra", nombre)


async def guardar(datos):
    await asyncio.sleep(0.5)
    anotar("guardado", datos)
    return len(datos)


async def trabajador(nombre, segundos):
    async with conexion(nombre):
        try:
            await asyncio.sleep(segundos)
            return f"{nombre} terminó"
        finally:
            # Aunque cancelen, esto llega al disco.
            await asyncio.shield(guardar([nombre] * 3))


async def terco():
    negativas = 0
    while True:
        try:
            await asyncio.sleep(1)
            return negativas
        except asyncio.CancelledError:
            negativas += 1
            asyncio.current_task().uncancel()
            anotar("no me voy", asyncio.current_task().cancelling())
            if negativas == 2:
                raise


async def main():
    anotar("--- una cancelación")
    tarea = asyncio.create_task(trabajador("A", 5))
    await asyncio.sleep(0.25)
    tarea.cancel("ya no hace falta")
    with suppress(asyncio.CancelledError):
        await tarea
    anotar(tarea.cancelled(), tarea.done())

    anotar("--- dos, la segunda durante la limpieza")
    tarea = asyncio.create_task(trabajador("B", 5))
    await asyncio.sleep(0.1)
    tarea.cancel()
    await asyncio.sleep(0.1)
    tarea.cancel("otra vez")
    resultado = await asyncio.gather(tarea, return_exceptions=True)
    anotar(type(resultado[0]).__name__, resultado[0].args)
    await asyncio.sleep(1)

    anotar("--- un terco")
    tarea = asyncio.create_task(terco())
    for _ in range(2):
        await asyncio.sleep(0.1)
        anotar("cancel ->", tarea.cancel())
    try:
        await tarea
    except asyncio.CancelledError:
        anotar("al fin", tarea.cancelled(), "cancel ->", tarea.cancel())

    anotar("--- el grupo entero")
    try:
        async with asyncio.timeout(0.3):
            async with asyncio.TaskGroup() as grupo:
                grupo.create_task(trabajador("C", 0.1))
                grupo.create_task(trabajador("D", 9))
    except TimeoutError:
        anotar("se acabó el tiempo")
    await asyncio.sleep(1)
    anotar("quedan", len(asyncio.all_tasks()), "tareas;", sum("guardado" in r for r in registro), "guardados")


asyncio.run(main())
