"""Plazos con plan B: el primero que conteste, y el valor de ayer si nadie."""
import asyncio
import functools
import inspect
import logging
import sys
from typing import Awaitable, Callable, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-7s %(name)s: %(message)s")
log = logging.getLogger("precios")


def con_plazo(segundos: float, *, alternativa=None):
    def decorador(funcion: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        if not inspect.iscoroutinefunction(funcion):
            raise TypeError(f"{funcion.__name__} no es una corrutina")

        @functools.wraps(funcion)
        async def envoltura(*args: P.args, **kwargs: P.kwargs) -> T:
            try:
                async with asyncio.timeout(segundos) as plazo:
                    return await funcion(*args, **kwargs)
            except TimeoutError:
                log.warning("%s%r tardó más de %.1f s (%s)", funcion.__name__, args, segundos, plazo.expired())
                if alternativa is None:
                    raise
                return alternativa(*args, **kwargs)

        return envoltura

    return decorador


AYER = {"pan": 1.10, "leche": 0.95}
ESPERAS = {"pan": 0.2, "leche": 3.0, "queso": 5.0}


@con_plazo(1, alternativa=lambda producto: AYER.get(producto))
async def precio(producto: str) -> float | None:
    "El precio de hoy."
    await asyncio.sleep(ESPERAS[producto])
    return len(producto) / 2


@con_plazo(0.5)
async def sin_red(producto):
    await asyncio.sleep(ESPERAS[producto])
    return "llegó"


async def espejo(nombre, espera, falla=False):
    try:
        await asyncio.sleep(espera)
        if falla:
            raise ConnectionError(f"{nombre} no responde")
        return nombre
    except asyncio.CancelledError:
        log.info("%s: ya no hace falta", nombre)
        raise


async def el_primero(*corrutinas):
    """El primer resultado bueno; si todos fallan, todos sus errores."""
    pendientes = {asyncio.ensure_future(c) for c in corrutinas}
    errores = []
    try:
        while pendientes:
            hechas, pendientes = await asyncio.wait(pendientes, return_when=asyncio.FIRST_COMPLETED)
            for hecha in hechas:
                if error := hecha.exception():
                    errores.append(error)
                else:
                    return hecha.result()
        raise ExceptionGroup("ningún espejo", errores)
    finally:
        for tarea in pendientes:
            tarea.cancel()
        await asyncio.gather(*pendientes, return_exceptions=True)


async def con_cobertura(pedir, espera):
    """Si el primero se retrasa, se pide también al segundo."""
    primera = asyncio.create_task(pedir(1))
    hechas, _ = await asyncio.wait({primera}, timeout=espera)
    if hechas:
        return primera.result()
    segunda = asyncio.create_task(pedir(2))
    hechas, pendientes = await asyncio.wait({primera, segunda}, return_when="FIRST_COMPLETED")
    for tarea in pendientes:
        tarea.cancel()
    return hechas.pop().result()


async def main():
    print(dict(zip(ESPERAS, await asyncio.gather(*map(precio, ESPERAS)))))
    print(precio.__name__, precio.__doc__, precio.__wrapped__ is not precio)
    try:
        await sin_red("queso")
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    print(await el_primero(espejo("rota", 0.1, True), espejo("buena", 0.3), espejo("tardona", 2)))
    try:
        await el_primero(espejo("x", 0.1, True), espejo("y", 0.2, True))
    except* ConnectionError as grupo:
        print(grupo.message, [str(e) for e in grupo.exceptions])
    for base in (0.1, 0.8):
        bucle = asyncio.get_running_loop()
        inicio = bucle.time()
        ganador = await con_cobertura(lambda n: espejo(f"réplica {n}", base / n), 0.3)
        print(ganador, f"{bucle.time() - inicio:.2f}")
    try:
        con_plazo(1)(len)
    except TypeError as error:
        print(error)


asyncio.run(main())
