# Una excepción guarda las variables de las funciones de las que salió.
import asyncio


async def nunca(n):
    pass


async def falla(n):
    raise KeyError(n)


def deja_una(n):
    pendiente = nunca(n)
    raise ValueError(n)


def dos_niveles():
    otra = nunca("fuera")
    deja_una("dentro")


try:
    deja_una(1)
except ValueError as error:
    print("capturada", error)
    guardada = error
print("todavía vive")
guardada = None
print("soltada")

try:
    dos_niveles()
except ValueError:
    print("en except")
print("después")


async def con_tarea():
    tarea = asyncio.create_task(falla("tarea"))
    await asyncio.sleep(0.1)
    raise ValueError("main")


try:
    asyncio.run(con_tarea())
except ValueError:
    print("capturada, y la tarea aún no se queja")
print("ahora sí")


async def main():
    uno = asyncio.create_task(falla("cancelada después de fallar"))
    dos = asyncio.create_task(falla("olvidada"))
    await asyncio.sleep(0.1)
    print(uno.cancel(), uno.cancelled())
    uno = dos = None
    print("sigue")
    raise ValueError("fin")


asyncio.run(main())
