import asyncio
import time
from dataclasses import dataclass, field
from enum import Enum


class Estado(Enum):
    PEDIDO = "pedido"
    EN_COCINA = "en cocina"
    SERVIDO = "servido"


@dataclass
class Plato:
    nombre: str
    minutos: float
    estado: Estado = Estado.PEDIDO


@dataclass
class Mesa:
    numero: int
    platos: list[Plato] = field(default_factory=list)


fuegos = None


async def cocinar(mesa, plato):
    async with fuegos:
        plato.estado = Estado.EN_COCINA
        await asyncio.sleep(plato.minutos)
    plato.estado = Estado.SERVIDO
    print(f"{time.perf_counter():4.1f} mesa {mesa.numero}: {plato.nombre} {plato.estado.value}")


async def atender(mesa):
    async with asyncio.TaskGroup() as tg:
        for plato in mesa.platos:
            tg.create_task(cocinar(mesa, plato), name=f"{plato.nombre}@{mesa.numero}")
    print(f"{time.perf_counter():4.1f} mesa {mesa.numero} completa")


async def main():
    global fuegos
    fuegos = asyncio.Semaphore(2)
    mesas = [Mesa(1, [Plato("sopa", 3), Plato("pan", 0.5)]), Mesa(2, [Plato("paella", 6)]), Mesa(3, [Plato("flan", 1), Plato("café", 1)])]
    await asyncio.gather(*map(atender, mesas))
    print(mesas[0])


asyncio.run(main())
