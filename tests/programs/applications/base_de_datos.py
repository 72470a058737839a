import asyncio
import time
from contextlib import asynccontextmanager


class Piscina:
    def __init__(self, tamaño):
        self.libres = asyncio.Queue()
        for n in range(tamaño):
            self.libres.put_nowait(f"conexión {n}")

    @asynccontextmanager
    async def conexion(self):
        c = await self.libres.get()
        try:
            yield c
        finally:
            self.libres.put_nowait(c)


async def consulta(piscina, n, tarda):
    async with piscina.conexion() as c:
        print(f"{time.perf_counter():4.1f} consulta {n} usa {c}")
        await asyncio.sleep(tarda)
        return n, tarda


async def main():
    for tamaño in (1, 3, 10):
        piscina = Piscina(tamaño)
        inicio = time.perf_counter()
        tareas = [asyncio.create_task(consulta(piscina, n, 0.5 + n % 3 / 2)) for n in range(6)]
        for t in asyncio.as_completed(tareas):
            n, tarda = await t
            print(f"{time.perf_counter():4.1f} lista {n}")
        print(f"tamaño {tamaño}: {time.perf_counter() - inicio:.1f} s")


asyncio.run(main())
