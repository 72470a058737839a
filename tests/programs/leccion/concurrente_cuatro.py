import asyncio
import time


async def procesar_data(id_tarea, delay):
    print(f"Iniciando tarea {id_tarea}, tardará {delay} segundos...")
    await asyncio.sleep(delay)
    print(f"--> Tarea {id_tarea} terminada.")
    return id_tarea * 10


async def main():
    inicio = time.perf_counter()
    tareas = [procesar_data(n, 4 - n) for n in range(4)]
    resultados = await asyncio.gather(*tareas)
    print(f"Total: {time.perf_counter() - inicio:.2f}")
    print("Resultados:", resultados)


asyncio.run(main())
