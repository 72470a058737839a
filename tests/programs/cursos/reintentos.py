import asyncio
import functools
import logging
import random
from typing import Awaitable, Callable, ParamSpec, TypeVar

logging.basicConfig(level=logging.INFO, format="%(levelname)-8s %(name)s: %(message)s")
log = logging.getLogger("reintentos")
P = ParamSpec("P")
R = TypeVar("R")


class ErrorTemporal(Exception):
    pass


class ErrorDefinitivo(Exception):
    def __init__(self, codigo: int, *args: object) -> None:
        super().__init__(codigo, *args)
        self.codigo = codigo


def reintentar(*, intentos: int = 3, base: float = 0.1, factor: float = 2.0, excepciones: tuple[type[Exception], ...] = (ErrorTemporal,), jitter: random.Random | None = None) -> Callable[[Callable[P, Awaitable[R]]], Callable[P, Awaitable[R]]]:
    def decorador(f: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        @functools.wraps(f)
        async def envoltura(*args: P.args, **kwargs: P.kwargs) -> R:
            espera = base
            for intento in range(1, intentos + 1):
                try:
                    return await f(*args, **kwargs)
                except excepciones as e:
                    if intento == intentos:
                        log.error("%s: se rinde tras %d intentos", f.__name__, intento)
                        raise
                    extra = jitter.random() * 0.01 if jitter else 0
                    log.warning("%s falló (%r), reintento %d en %.3f s", f.__qualname__, e, intento, espera + extra)
                    await asyncio.sleep(espera + extra)
                    espera *= factor
            raise AssertionError("inalcanzable")
        return envoltura
    return decorador


class Servicio:
    def __init__(self) -> None:
        self.veces = 0

    @reintentar(intentos=4, jitter=random.Random(7))
    async def inestable(self, clave: str, *, falla_hasta: int = 2) -> str:
        """Falla las primeras veces."""
        self.veces += 1
        if self.veces <= falla_hasta:
            raise ErrorTemporal(f"{clave} caído", self.veces)
        return clave.upper()

    @reintentar()
    async def fatal(self):
        raise ErrorDefinitivo(500, "no hay remedio")


async def main():
    s = Servicio()
    print(await s.inestable("abc"), s.veces, Servicio.inestable.__doc__, Servicio.inestable.__name__)
    s.veces = 0
    try:
        await s.inestable("xyz", falla_hasta=9)
    except ErrorTemporal as e:
        print("al final:", e, e.args)
    try:
        await s.fatal()
    except ErrorDefinitivo as e:
        log.exception("definitivo %s", e.codigo)
        print(e, repr(e), e.codigo)

asyncio.run(main())
