# Más tareas de las que caben, todas juntas: falla, y lo demás sigue en pie.
import asyncio


async def tarea():
    await asyncio.sleep(0)


async def main():
    try:
        await asyncio.gather(*[tarea() for _ in range(10**6)])
    except MemoryError:
        print("no caben")
    await asyncio.sleep(1)
    print("sigo en pie")


asyncio.run(main())
