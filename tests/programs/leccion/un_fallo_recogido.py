import asyncio


async def dividir(a, b, espera):
    await asyncio.sleep(espera)
    return a / b


async def main():
    for r in await asyncio.gather(
        dividir(1, 2, 1), dividir(1, 0, 2), dividir("x", 4, 3), return_exceptions=True
    ):
        if isinstance(r, Exception):
            print("falló:", type(r).__name__, "-", r)
        else:
            print("salió:", r)


asyncio.run(main())
