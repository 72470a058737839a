# Un programa que muere con tareas a medias: primero su traceback.
import asyncio


async def espera():
    await asyncio.sleep(10)


async def falla():
    raise KeyError("nadie pregunta")


bucle = asyncio.new_event_loop()


async def main():
    tarea = bucle.create_task(espera(), name="a medias")
    otra = bucle.create_task(falla(), name="fallida")
    await asyncio.sleep(0)
    raise ValueError("main")


bucle.run_until_complete(main())
