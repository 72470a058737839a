import asyncio
import time


class Lotes:
    """Junta peticiones y las resuelve de una vez."""

    def __init__(self, maximo, espera):
        self.maximo, self.espera = maximo, espera
        self.pendientes = []
        self.reloj = None

    async def predecir(self, x):
        f = asyncio.get_running_loop().create_future()
        self.pendientes.append((x, f))
        if len(self.pendientes) >= self.maximo:
            self.vaciar()
        elif self.reloj is None:
            self.reloj = asyncio.get_running_loop().call_later(self.espera, self.vaciar)
        return await f

    def vaciar(self):
        if self.reloj:
            self.reloj.cancel()
            self.reloj = None
        lote, self.pendientes = self.pendientes, []
        print(f"{time.perf_counter():.2f} lote de {len(lote)}")
        for x, f in lote:
            f.set_result(x * 10)


async def cliente(l, n):
    await asyncio.sleep(n * 0.03)
    r = await l.predecir(n)
    print(f"{time.perf_counter():.2f} {n} -> {r}")


async def main():
    l = Lotes(4, 0.1)
    await asyncio.gather(*(cliente(l, n) for n in range(10)))


asyncio.run(main())
