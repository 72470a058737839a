# create_task solo pone en cola; await de una corrutina no cede.
import asyncio


async def hija(n):
    print("hija", n, "empieza")
    await asyncio.sleep(0)
    print("hija", n, "sigue")
    return n


async def directa():
    print("directa: sin suspenderse")
    return "d"


async def main():
    a = asyncio.create_task(hija(1))
    b = asyncio.create_task(hija(2))
    print("creadas")
    print(await directa())
    print("sigue main; nadie ha empezado")
    await asyncio.sleep(0)
    print("main tras un turno")
    print(await b, await a)


asyncio.run(main())
