import asyncio
import time


async def procesar_data(id_tarea, delay):
    print(f"Iniciando tarea {id_tarea}, tardará {delay} segundos...")
    await asyncio.sleep(delay)
    print(f"--> Tarea {id_tarea} terminada.")
    return id_tarea * 3


async def main():
    inicio = time.monotonic()
    a = asyncio.create_task(procesar_data("A", 2))
    b = asyncio.create_task(procesar_data("B", 3), name="la de B")
    print("creadas:", a.get_name(), b.get_name(), a.done(), b.done())
    print(await a, a.done(), b.done())
    print(await b, b.result())
    print(time.monotonic() - inicio)


asyncio.run(main())
