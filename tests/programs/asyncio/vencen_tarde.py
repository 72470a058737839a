# Varias esperas vencidas durante un bloqueo despiertan en orden de plazo.
import asyncio
import time


async def espera(n):
    await asyncio.sleep(n)
    print(f"{n} a los {time.perf_counter():.1f}")


async def main():
    tareas = [asyncio.create_task(espera(n)) for n in (3, 1, 2, 1, 6)]
    await asyncio.sleep(0)
    time.sleep(4)
    print("fin del bloqueo")
    for t in tareas:
        await t


asyncio.run(main())
