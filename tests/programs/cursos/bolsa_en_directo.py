"""Un flujo de precios: generadores asíncronos en cadena, medias y alarmas."""
import asyncio
import math
import random
import statistics
from collections import deque
from contextlib import aclosing
from itertools import pairwise
from typing import AsyncIterable, AsyncIterator, NamedTuple


class Precio(NamedTuple):
    hora: float
    valor: str
    euros: float

    @property
    def texto(self):
        return f"{self.hora:5.2f} {self.valor} {self.euros:8.3f}"


async def mercado(valor: str, semilla: int, cada: float) -> AsyncIterator[Precio]:
    azar = random.Random(semilla)
    reloj = asyncio.get_running_loop().time
    inicio, euros = reloj(), 100.0
    try:
        while True:
            await asyncio.sleep(cada)
            euros *= math.exp(azar.gauss(0, 0.05))
            yield Precio(round(reloj() - inicio, 2), valor, round(euros, 3))
    finally:
        print("se cierra el mercado de", valor)


async def mezclar(*fuentes: AsyncIterable) -> AsyncIterator:
    """Los elementos de todas, según llegan."""
    cola, fin = asyncio.Queue(), object()

    async def verter(fuente):
        async with aclosing(fuente) as abierta:
            async for elemento in abierta:
                await cola.put(elemento)
        await cola.put(fin)

    tareas = [asyncio.create_task(verter(fuente)) for fuente in fuentes]
    vivas = len(tareas)
    try:
        while vivas:
            if (elemento := await cola.get()) is fin:
                vivas -= 1
            else:
                yield elemento
    finally:
        for tarea in tareas:
            tarea.cancel()
        await asyncio.wait(tareas)


async def primeros(n: int, flujo):
    async with aclosing(flujo):
        async for elemento in flujo:
            yield elemento
            n -= 1
            if n == 0:
                return


async def media_movil(flujo, ventana=4):
    ultimos: dict[str, deque] = {}
    async for precio in flujo:
        cola = ultimos.setdefault(precio.valor, deque(maxlen=ventana))
        cola.append(precio.euros)
        if len(cola) == cola.maxlen:
            yield precio, statistics.fmean(cola), statistics.stdev(cola)


def tramos(precios):
    """Subidas y bajadas seguidas, como `++-`."""
    return "".join("+" if b > a else "-" if b < a else "=" for a, b in pairwise(precios))


async def main():
    flujo = primeros(14, mezclar(mercado("ABC", 1, 0.25), mercado("XYZ", 2, 0.4)))
    vistos: dict[str, list[float]] = {"ABC": [], "XYZ": []}
    alarmas = 0
    async for precio, media, desvio in media_movil(flujo):
        aviso = ""
        if abs(precio.euros - media) > desvio:
            alarmas += 1
            aviso = " <- se desvía"
        vistos[precio.valor].append(precio.euros)
        print(f"{precio.texto} media {media:8.3f} ±{desvio:.2f}{aviso}")
    print(alarmas, {valor: tramos(lista) for valor, lista in vistos.items()})
    resumen = [p async for p in primeros(3, mercado("Q", 9, 0.1)) if p.euros > 0]
    print(max(resumen, key=lambda p: p.euros)._replace(hora=0.0), len(resumen))
    print([round(m, 2) async for _, m, _ in media_movil(primeros(6, mercado("R", 4, 0.1)), 2)])


asyncio.run(main())
