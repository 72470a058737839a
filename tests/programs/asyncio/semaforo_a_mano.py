# Un límite de dos a la vez con lo más básico.
import asyncio
import time

en_curso = 0
maximo = 0


async def pedir(n):
    global en_curso, maximo
    while en_curso >= 2:
        await asyncio.sleep(0.1)
    en_curso += 1
    maximo = max(maximo, en_curso)
    print(f"{time.perf_counter():.1f} pide {n}")
    await asyncio.sleep(0.25)
    en_curso -= 1
    return n


async def main():
    print(await asyncio.gather(*map(pedir, range(5))), maximo)


asyncio.run(main())
