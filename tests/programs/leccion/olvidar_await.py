import asyncio


async def procesar_data(id_tarea, delay):
    print("esto no se imprime nunca")
    await asyncio.sleep(delay)


async def main():
    print("antes")
    procesar_data("A", 2)
    print("después")
    guardada = procesar_data("B", 1)
    print(type(guardada).__name__)
    del guardada
    print("fin")


asyncio.run(main())
