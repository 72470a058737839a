import asyncio
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Optional


@dataclass(order=True)
class Pedido:
    prioridad: int
    numero: int = field(compare=False)
    plato: str = field(default="café", compare=False)
    notas: list[str] = field(default_factory=list, compare=False, repr=False)


class Cocina:
    def __init__(self, tamano: int = 3) -> None:
        self.cola: asyncio.Queue[Optional[Pedido]] = asyncio.Queue(maxsize=tamano)
        self.servidos: dict[str, list[int]] = {}

    async def producir(self, cuantos: int, rng: random.Random) -> None:
        for n in range(1, cuantos + 1):
            pedido = Pedido(rng.randint(1, 3), n, rng.choice(["café", "té", "tostada"]))
            await self.cola.put(pedido)
            print(f"[{asyncio.get_running_loop().time():5.2f}] + {pedido!r} (cola={self.cola.qsize()})")
            await asyncio.sleep(rng.uniform(0.05, 0.2))

    async def consumir(self, nombre: str) -> int:
        hechos = 0
        while (pedido := await self.cola.get()) is not None:
            try:
                await asyncio.sleep(0.1 * pedido.prioridad)
                self.servidos.setdefault(nombre, []).append(pedido.numero)
                hechos += 1
            finally:
                self.cola.task_done()
        self.cola.task_done()
        return hechos


async def main() -> None:
    cocina = Cocina()
    rng = random.Random(42)
    consumidores = [asyncio.create_task(cocina.consumir(f"c{i}"), name=f"consumidor-{i}") for i in range(2)]
    await cocina.producir(8, rng)
    await cocina.cola.join()
    for _ in consumidores:
        await cocina.cola.put(None)
    totales = await asyncio.gather(*consumidores)
    print(dict(sorted(cocina.servidos.items())), totales, sum(totales))
    inicio = datetime(2024, 2, 28, 23, 59, 30)
    print((inicio + timedelta(minutes=1, seconds=totales[0])).isoformat(), f"{inicio:%d/%m/%Y %H:%M}")
    print(sorted([Pedido(2, 1), Pedido(1, 2), Pedido(2, 0)]))


if __name__ == "__main__":
    asyncio.run(main())
