# Más tareas de las que caben: falla, y lo que queda sigue en pie.
import asyncio


async def tarea():
    await asyncio.sleep(0)


async def todas_juntas():
    await asyncio.gather(*[tarea() for _ in range(10**6)])


async def una_a_una():
    tareas = []
    for _ in range(10**6):
        tareas.append(asyncio.create_task(tarea()))


async def main():
    for forma in (todas_juntas,):
        try:
            await forma()
        except MemoryError:
            print(forma.__name__, "no cabe")
    await asyncio.sleep(1)
    print("sigo en pie")


asyncio.run(main())
