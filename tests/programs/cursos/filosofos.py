"""La cena de los filósofos: un interbloqueo, y dos maneras de evitarlo."""
import asyncio
import random
from collections import defaultdict
from contextlib import AsyncExitStack
from enum import Enum, auto

NOMBRES = ["Hipatia", "Sócrates", "Aspasia", "Platón", "Diotima"]


class Estrategia(Enum):
    INGENUA = auto()
    ORDENADA = auto()
    CAMARERO = auto()


class Mesa:
    def __init__(self, estrategia: Estrategia, bocados: int = 2):
        self.tenedores = [asyncio.Lock() for _ in NOMBRES]
        self.estrategia = estrategia
        self.bocados = bocados
        self.camarero = asyncio.Semaphore(len(NOMBRES) - 1)
        self.comido = defaultdict(int)
        self.comiendo = set()
        self.azar = random.Random(42)

    def tenedores_de(self, n):
        izquierdo, derecho = n, (n + 1) % len(NOMBRES)
        if self.estrategia is Estrategia.ORDENADA and izquierdo > derecho:
            return derecho, izquierdo
        return izquierdo, derecho

    async def comer(self, n):
        primero, segundo = self.tenedores_de(n)
        async with AsyncExitStack() as pila:
            if self.estrategia is Estrategia.CAMARERO:
                await pila.enter_async_context(self.camarero)
            await pila.enter_async_context(self.tenedores[primero])
            await asyncio.sleep(0.01)  # el gesto que lo estropea todo
            await pila.enter_async_context(self.tenedores[segundo])
            vecinos = {(n - 1) % len(NOMBRES), (n + 1) % len(NOMBRES)}
            assert not vecinos & self.comiendo, "dos vecinos con el mismo tenedor"
            self.comiendo.add(n)
            await asyncio.sleep(self.azar.uniform(0.1, 0.3))
            self.comiendo.discard(n)
            self.comido[NOMBRES[n]] += 1

    async def filosofo(self, n):
        for _ in range(self.bocados):
            await self.comer(n)
            await asyncio.sleep(0.05)
        return NOMBRES[n]


async def cena(estrategia):
    mesa = Mesa(estrategia)
    bucle = asyncio.get_running_loop()
    inicio = bucle.time()
    tareas = [
        asyncio.create_task(mesa.filosofo(n), name=nombre) for n, nombre in enumerate(NOMBRES)
    ]
    hechas, pendientes = await asyncio.wait(tareas, timeout=10)
    titulo = f"{estrategia.name.lower():>9}"
    if pendientes:
        ocupados = sum(tenedor.locked() for tenedor in mesa.tenedores)
        print(titulo, "interbloqueo:", len(pendientes), "esperan,", ocupados, "tenedores tomados")
        for tarea in pendientes:
            tarea.cancel()
        finales = await asyncio.gather(*pendientes, return_exceptions=True)
        print(" " * 9, {type(final).__name__ for final in finales})
    else:
        print(titulo, f"todos comieron en {bucle.time() - inicio:.2f} s:", dict(sorted(mesa.comido.items())))
    print(" " * 9, "tenedores libres:", not any(t.locked() for t in mesa.tenedores))


async def main():
    for estrategia in Estrategia:
        await cena(estrategia)


asyncio.run(main())
