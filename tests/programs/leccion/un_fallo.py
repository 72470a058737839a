import asyncio


async def dividir(a, b, espera):
    print(f"dividir {a}/{b}")
    await asyncio.sleep(espera)
    resultado = a / b
    print(f"{a}/{b} = {resultado}")
    return resultado


async def main():
    await asyncio.gather(dividir(1, 2, 1), dividir(1, 0, 2), dividir(1, 4, 3))


asyncio.run(main())
