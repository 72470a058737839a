import asyncio


async def contar(nombre, n):
    for i in range(n):
        print(nombre, i)
        await asyncio.sleep(0)
    return nombre


async def main():
    print(await asyncio.gather(contar("a", 3), contar("b", 1), contar("c", 2)))
    print(await asyncio.sleep(0, "valor"), await asyncio.sleep(1, result=[1]), await asyncio.sleep(-5, "negativo"), await asyncio.sleep(0.5))


asyncio.run(main())
