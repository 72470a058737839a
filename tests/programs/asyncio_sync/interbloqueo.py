# Dos cerrojos en orden contrario: nadie avanza nunca.
import asyncio


async def cruzar(nombre, primero, segundo):
    async with primero:
        print(nombre, "tiene uno")
        await asyncio.sleep(1)
        async with segundo:
            print("nunca")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(cruzar("x", a, b), cruzar("y", b, a))


asyncio.run(main())
