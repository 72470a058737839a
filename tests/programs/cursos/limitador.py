import asyncio
import time
from collections import deque
from contextlib import asynccontextmanager
from typing import AsyncIterator, Deque


class TokenBucket:
    """Cubeta de fichas: ``rate`` fichas por segundo, hasta ``capacity``."""

    def __init__(self, rate: float, capacity: int):
        self.rate = rate
        self.capacity = capacity
        self._tokens = float(capacity)
        self._last = time.monotonic()
        self._lock = asyncio.Lock()

    def _refill(self) -> None:
        now = time.monotonic()
        self._tokens = min(self.capacity, self._tokens + (now - self._last) * self.rate)
        self._last = now

    async def acquire(self, n: int = 1) -> float:
        waited = 0.0
        async with self._lock:
            while True:
                self._refill()
                if self._tokens >= n:
                    self._tokens -= n
                    return waited
                falta = (n - self._tokens) / self.rate
                waited += falta
                await asyncio.sleep(falta)


class VentanaDeslizante:
    def __init__(self, limite: int, periodo: float):
        self.limite, self.periodo = limite, periodo
        self.marcas: Deque[float] = deque(maxlen=limite)

    @asynccontextmanager
    async def turno(self) -> AsyncIterator[int]:
        loop = asyncio.get_running_loop()
        if len(self.marcas) == self.limite:
            espera = self.marcas[0] + self.periodo - loop.time()
            if espera > 0:
                await asyncio.sleep(espera)
        self.marcas.append(loop.time())
        yield len(self.marcas)


async def peticion(i, cubeta, t0):
    esperado = await cubeta.acquire()
    print(f"{i:>2} a los {time.monotonic() - t0:.2f}s (esperó {esperado:.3f})")


async def main():
    t0 = time.monotonic()
    cubeta = TokenBucket(rate=4, capacity=3)
    await asyncio.gather(*(peticion(i, cubeta, t0) for i in range(8)))
    v = VentanaDeslizante(2, 1.0)
    for i in range(5):
        async with v.turno() as cuantos:
            print(i, cuantos, round(time.monotonic() - t0, 2), v.marcas.maxlen)

asyncio.run(main())
