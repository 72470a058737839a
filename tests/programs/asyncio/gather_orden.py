import asyncio
import time

fin = []


async def trabajo(nombre, segundos):
    await asyncio.sleep(segundos)
    fin.append(nombre)
    return f"{nombre}:{segundos}"


async def main():
    r = await asyncio.gather(trabajo("lenta", 3), trabajo("rápida", 1), trabajo("media", 2))
    print("orden de fin:", fin)
    print("orden de resultados:", r)
    print(await asyncio.gather(), type(r).__name__)
    a, (b, c) = await asyncio.gather(trabajo("a", 0), asyncio.gather(trabajo("b", 1), trabajo("c", 0)))
    print(a, b, c, fin)
    t = asyncio.create_task(trabajo("t", 1))
    print(await asyncio.gather(t, t, trabajo("u", 0)))
    corrutina = trabajo("doble", 0)
    print(await asyncio.gather(corrutina, corrutina))


asyncio.run(main())
