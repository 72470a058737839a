"""Progreso de muchas tareas: callbacks, `as_completed` y una barra de texto."""
import asyncio
import functools
import random
from dataclasses import dataclass, field
from typing import Callable, Protocol


class Oyente(Protocol):
    def __call__(self, hecho: int, total: int, nombre: str) -> None: ...


@dataclass
class Barra:
    ancho: int = 20
    pintadas: list[str] = field(default_factory=list, repr=False)

    def __call__(self, hecho, total, nombre):
        lleno = round(self.ancho * hecho / total)
        linea = f"[{'#' * lleno:.<{self.ancho}}] {hecho / total:>4.0%} {nombre}"
        self.pintadas.append(linea)
        print(linea)


@dataclass(order=True)
class Informe:
    duracion: float
    nombre: str = field(compare=False)
    error: Exception | None = field(default=None, compare=False, repr=False)


class Progreso:
    def __init__(self, total):
        self.total = total
        self.hecho = 0
        self._oyentes: list[Oyente] = []

    def oyente(self, funcion: Oyente):
        self._oyentes.append(funcion)
        return funcion

    def avanzar(self, tarea: asyncio.Task):
        self.hecho += 1
        nombre = tarea.get_name()
        if not tarea.cancelled() and tarea.exception():
            nombre += " (falló)"
        for oyente in self._oyentes:
            oyente(self.hecho, self.total, nombre)


def medir(corrutina: Callable):
    @functools.wraps(corrutina)
    async def envoltura(*args, **kwargs):
        reloj = asyncio.get_running_loop().time
        inicio = reloj()
        try:
            await corrutina(*args, **kwargs)
        except ValueError as error:
            return Informe(round(reloj() - inicio, 3), args[0], error)
        return Informe(round(reloj() - inicio, 3), args[0])

    return envoltura


@medir
async def procesar(nombre: str, azar: random.Random):
    """Finge que trabaja."""
    for _ in range(azar.randint(1, 4)):
        await asyncio.sleep(azar.choice([0.1, 0.25, 0.5]))
    if nombre.endswith("3"):
        raise ValueError(f"{nombre} viene mal")


async def main():
    azar = random.Random(7)
    nombres = [f"fichero-{n}" for n in range(1, 7)]
    progreso = Progreso(len(nombres))
    barra = Barra()
    progreso.oyente(barra)

    @progreso.oyente
    def al_final(hecho, total, nombre):
        if hecho == total:
            print("el último fue", nombre)

    tareas = []
    for nombre in nombres:
        tarea = asyncio.create_task(procesar(nombre, azar), name=nombre)
        tarea.add_done_callback(progreso.avanzar)
        tareas.append(tarea)

    informes = []
    for siguiente in asyncio.as_completed(tareas, timeout=5):
        informes.append(await siguiente)
    print(min(informes), max(informes).nombre, sep=" ... ")
    for informe in sorted(informes, reverse=True):
        estado = f"error: {informe.error}" if informe.error else "bien"
        print(f"{informe.nombre:<12}{informe.duracion:>7.3f} {estado}")
    print(procesar.__name__, procesar.__doc__, len(barra.pintadas))


asyncio.run(main())
