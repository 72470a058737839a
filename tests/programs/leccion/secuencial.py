import asyncio
import time


async def procesar_data(id_tarea, delay):
    print(f"Iniciando tarea {id_tarea}, tardará {delay} segundos...")
    await asyncio.sleep(delay)
    print(f"--> Tarea {id_tarea} terminada.")
    return id_tarea * 10


async def main():
    start_time = time.time()
    a = await procesar_data("A", 2)
    b = await procesar_data("B", 3)
    print(f"Tiempo total síncrono: {time.time() - start_time:.2f} segundos.")
    print(a, b, sep="\n")


asyncio.run(main())
