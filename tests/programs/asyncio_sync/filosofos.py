import asyncio
import time


async def filosofo(n, izq, der):
    primero, segundo = (izq, der) if n % 2 else (der, izq)
    for plato in range(2):
        async with primero, segundo:
            print(f"{time.perf_counter():.1f} {n} come {plato}")
            await asyncio.sleep(0.5)
        await asyncio.sleep(0.1 * n)


async def main():
    tenedores = [asyncio.Lock() for _ in range(5)]
    await asyncio.gather(*(filosofo(n, tenedores[n], tenedores[(n + 1) % 5]) for n in range(5)))


asyncio.run(main())
