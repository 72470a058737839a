import asyncio


async def progreso(n):
    for i in range(n):
        print(".", end="", flush=True)
        await asyncio.sleep(1)
    print(" listo")


async def reloj():
    for i in range(3):
        print(f"[{i}]", end="")
        await asyncio.sleep(1.5)


async def main():
    await asyncio.gather(progreso(4), reloj())
    print("sin salto final", end="")


asyncio.run(main())
