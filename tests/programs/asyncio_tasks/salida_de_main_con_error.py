import asyncio


async def fondo(n):
    try:
        await asyncio.sleep(10)
    finally:
        print("fondo limpia", n)


async def main():
    t = asyncio.create_task(fondo(1))
    await asyncio.sleep(1)
    raise RuntimeError("main muere")


try:
    asyncio.run(main())
except RuntimeError as e:
    print("capturado", e)


async def fondo_roto():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("al limpiar")


async def main2():
    t = asyncio.create_task(fondo_roto(), name="rota")
    await asyncio.sleep(0)
    return "fin"


print(asyncio.run(main2()))
