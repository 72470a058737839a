# Dos esperas que vencen a la vez: despiertan en el orden en que se pusieron.
import asyncio


async def esperar(nombre, segundos):
    await asyncio.sleep(segundos)
    print(nombre, "despierta")
    return nombre


async def main():
    print(await asyncio.gather(*(esperar(letra, 1) for letra in "HOLA")))
    print(await asyncio.gather(esperar("x", 0.3), esperar("y", 0.1 + 0.2), esperar("z", 0.3)))


asyncio.run(main())
