import asyncio
import time


class Periodico:
    def __init__(self, cada, f):
        self.cada, self.f = cada, f
        self.tarea = None

    async def __aenter__(self):
        self.tarea = asyncio.create_task(self._correr())
        return self

    async def __aexit__(self, *_):
        self.tarea.cancel()
        try:
            await self.tarea
        except asyncio.CancelledError:
            pass

    async def _correr(self):
        siguiente = time.monotonic()
        while True:
            siguiente += self.cada
            await asyncio.sleep(max(0, siguiente - time.monotonic()))
            self.f()


async def main():
    veces = []
    async with Periodico(0.5, lambda: veces.append(round(time.monotonic(), 3))):
        await asyncio.sleep(1.2)
        time.sleep(1.6)
        await asyncio.sleep(0.9)
    print(veces)


asyncio.run(main())
