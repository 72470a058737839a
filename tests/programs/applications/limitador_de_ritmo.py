import asyncio
import time
from collections import deque


class Ritmo:
    """Como mucho `n` por cada `periodo` segundos."""

    def __init__(self, n, periodo):
        self.n, self.periodo = n, periodo
        self.marcas = deque()

    async def __aenter__(self):
        while True:
            ahora = time.monotonic()
            while self.marcas and ahora - self.marcas[0] >= self.periodo:
                self.marcas.popleft()
            if len(self.marcas) < self.n:
                self.marcas.append(ahora)
                return self
            await asyncio.sleep(self.periodo - (ahora - self.marcas[0]))

    async def __aexit__(self, *a):
        return False


async def pedir(ritmo, n):
    async with ritmo:
        print(f"{time.monotonic():.2f} {n}")


async def main():
    ritmo = Ritmo(3, 1)
    await asyncio.gather(*(pedir(ritmo, n) for n in range(8)))


asyncio.run(main())
