"""Un disyuntor: deja de llamar a un servicio que falla, y prueba de nuevo."""
import asyncio
import enum
import functools
import random
import time


class Estado(str, enum.Enum):
    CERRADO = "cerrado"
    ABIERTO = "abierto"
    MEDIO = "medio abierto"

    def __str__(self):
        return self.value


class Abierto(Exception):
    """No se llama: hay que esperar."""

    def __init__(self, quedan: float):
        self.quedan = quedan
        super().__init__(f"faltan {quedan:.1f} s")


class Disyuntor:
    def __init__(self, fallos=3, descanso=2.0, errores=(ConnectionError, TimeoutError)):
        self.maximo = fallos
        self.descanso = descanso
        self.errores = errores
        self._fallos = 0
        self._desde = None
        self._llave = asyncio.Lock()
        self.cambios: list[tuple[float, Estado]] = []

    @property
    def estado(self) -> Estado:
        if self._desde is None:
            return Estado.CERRADO
        if time.monotonic() - self._desde >= self.descanso:
            return Estado.MEDIO
        return Estado.ABIERTO

    def _anotar(self):
        if not self.cambios or self.cambios[-1][1] is not self.estado:
            self.cambios.append((round(time.monotonic(), 1), self.estado))

    async def __aenter__(self):
        match self.estado:
            case Estado.ABIERTO:
                raise Abierto(self.descanso - (time.monotonic() - self._desde))
            case Estado.MEDIO:
                await self._llave.acquire()
        self._anotar()
        return self

    async def __aexit__(self, tipo, error, traza):
        if self._llave.locked():
            self._llave.release()
        if tipo is None:
            self._fallos, self._desde = 0, None
        elif issubclass(tipo, self.errores):
            self._fallos += 1
            if self._fallos >= self.maximo:
                self._desde = time.monotonic()
        self._anotar()
        return False

    def __call__(self, funcion):
        @functools.wraps(funcion)
        async def protegida(*args, **kwargs):
            async with self:
                return await funcion(*args, **kwargs)

        protegida.disyuntor = self
        return protegida


caidas = {3, 4, 5, 6, 11}


@(cortacircuitos := Disyuntor())
async def servicio(n: int, *, lento: bool = False) -> str:
    await asyncio.sleep(0.2)
    if n in caidas:
        raise ConnectionError(f"petición {n}")
    if n == 1:
        raise KeyError(n)
    return f"respuesta {n}"


async def llamar(n):
    try:
        print(f"{time.monotonic() - inicio:4.1f} {n:>2}", await servicio(n))
    except Abierto as error:
        print(f"{time.monotonic() - inicio:4.1f} {n:>2} ni se intenta: {error}")
    except (ConnectionError, KeyError) as error:
        print(f"{time.monotonic() - inicio:4.1f} {n:>2} {type(error).__name__}: {error}", f"[{servicio.disyuntor.estado}]")


async def main():
    global inicio
    inicio = time.monotonic()
    for n in range(14):
        await llamar(n)
        await asyncio.sleep(0.5)
    primero = cortacircuitos.cambios[0][0]
    print([(round(cuando - primero, 1), str(estado)) for cuando, estado in cortacircuitos.cambios])
    azar = random.Random(3)
    caidas.clear()
    await asyncio.gather(*(llamar(n) for n in azar.sample(range(20, 90), 4)))
    print(cortacircuitos.estado, f"{cortacircuitos.estado!r:>30}", cortacircuitos.estado == "cerrado")


asyncio.run(main())
