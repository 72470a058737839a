# Al acabar, asyncio.run cierra los generadores asíncronos que quedan a medias.
import asyncio

guardado = None


async def gen(nombre):
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(1)
        print("limpia", nombre)


async def main():
    global guardado
    guardado = gen("a")
    print(await anext(guardado))
    print("fin de main")


asyncio.run(main())
print("después")
