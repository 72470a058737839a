# time.sleep no cede: nadie más avanza.
import asyncio
import time


async def mala(nombre):
    print("empieza", nombre)
    time.sleep(2)
    print("acaba", nombre)


async def buena(nombre):
    print("empieza", nombre)
    await asyncio.sleep(1)
    print("acaba", nombre)


async def main():
    inicio = time.time()
    await asyncio.gather(buena("b1"), mala("m1"), buena("b2"), mala("m2"))
    print(f"{time.time() - inicio:.1f}")


asyncio.run(main())
