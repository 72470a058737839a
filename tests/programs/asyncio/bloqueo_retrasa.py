# El temporizador vence, pero nadie lo atiende hasta que el bloqueo termina.
import asyncio
import time


async def reloj():
    for _ in range(4):
        antes = time.perf_counter()
        await asyncio.sleep(0.5)
        print(f"quería 0.5, esperó {time.perf_counter() - antes:.2f}")


async def glotona():
    await asyncio.sleep(0.6)
    print("glotona bloquea")
    time.sleep(2)
    print("glotona suelta")


async def main():
    await asyncio.gather(reloj(), glotona())
    print(f"{time.perf_counter():.2f}")


asyncio.run(main())
