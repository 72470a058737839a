"""Publicar y suscribirse: un canal con `Condition`, otro con una cola por lector."""
import asyncio
from collections import defaultdict, deque
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count

COMIENZO = datetime(2024, 5, 17, 9, 30)
numeros = count(1)


@dataclass(frozen=True)
class Mensaje:
    tema: str
    datos: object
    numero: int = 0

    def __str__(self):
        return f"#{self.numero} {self.tema}={self.datos!r}"


class Intermediario:
    def __init__(self):
        self._colas: dict[str, list[asyncio.Queue]] = defaultdict(list)
        self.historia = deque(maxlen=3)

    @contextmanager
    def suscribir(self, *temas, tamano=2):
        cola = asyncio.Queue(tamano)
        for tema in temas:
            self._colas[tema].append(cola)
        try:
            yield cola
        finally:
            for tema in temas:
                self._colas[tema].remove(cola)
                if not self._colas[tema]:
                    del self._colas[tema]

    async def publicar(self, mensaje):
        mensaje = replace(mensaje, numero=next(numeros))
        self.historia.append(mensaje)
        destinos = self._colas.get(mensaje.tema, ())
        for cola in destinos:
            try:
                cola.put_nowait(mensaje)
            except asyncio.QueueFull:
                perdido = cola.get_nowait()
                print("  se pierde", perdido)
                cola.put_nowait(mensaje)
        return len(destinos)


class Tablon:
    """El último valor, y quien lo espera: una variable que avisa."""

    def __init__(self):
        self._condicion = asyncio.Condition()
        self.valor = None
        self.version = 0

    async def poner(self, valor):
        async with self._condicion:
            self.valor, self.version = valor, self.version + 1
            self._condicion.notify_all()

    async def esperar(self, predicado):
        async with self._condicion:
            await self._condicion.wait_for(lambda: predicado(self.valor))
            return self.valor, self.version


async def lector(nombre, intermediario, temas, cuantos, lentitud, listo):
    with intermediario.suscribir(*temas) as cola:
        listo.set()
        for _ in range(cuantos):
            mensaje = await cola.get()
            hora = COMIENZO + timedelta(seconds=asyncio.get_running_loop().time() - inicio)
            print(f"{hora:%H:%M:%S.%f}"[:-3], nombre, mensaje)
            await asyncio.sleep(lentitud)
    return nombre


async def main():
    global inicio
    inicio = asyncio.get_running_loop().time()
    intermediario = Intermediario()
    listos = [asyncio.Event() for _ in range(2)]
    async with asyncio.TaskGroup() as grupo:
        rapido = grupo.create_task(lector("rápido", intermediario, ["clima", "bolsa"], 6, 0, listos[0]))
        lento = grupo.create_task(lector("lento", intermediario, ["bolsa"], 3, 1.2, listos[1]))
        for listo in listos:
            await listo.wait()
        for n in range(5):
            await intermediario.publicar(Mensaje("bolsa", 100 + n))
            if n % 2:
                print("llega a", await intermediario.publicar(Mensaje("clima", {"grados": 20 + n})))
            await asyncio.sleep(0.3)
    print(rapido.result(), lento.result(), await intermediario.publicar(Mensaje("bolsa", 0)))
    print(*intermediario.historia, sep=" | ")

    tablon = Tablon()
    pares = [asyncio.create_task(tablon.esperar(lambda v, k=k: v is not None and v % k == 0)) for k in (2, 3, 7)]
    for valor in (1, 9, 4, 14):
        await tablon.poner(valor)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(valor, [p.result() if p.done() else "..." for p in pares])
    print(await asyncio.gather(*pares))


asyncio.run(main())
