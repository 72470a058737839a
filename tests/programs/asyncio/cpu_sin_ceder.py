import asyncio
import time


async def calcular(nombre, n):
    total = 0
    for i in range(n):
        total += i * i
        if i % 1000 == 0:
            await asyncio.sleep(0)
    print(nombre, total)
    return total


async def egoista(n):
    print("egoísta", sum(i for i in range(n)))


async def main():
    await asyncio.gather(calcular("a", 3000), calcular("b", 1000), egoista(10000))
    print(time.perf_counter())


asyncio.run(main())
