import asyncio

saldo = 100


async def retirar(cantidad):
    global saldo
    actual = saldo
    await asyncio.sleep(0)
    saldo = actual - cantidad
    print("queda", saldo)


async def retirar_bien(cantidad):
    global saldo
    saldo -= cantidad
    await asyncio.sleep(0)
    print("queda", saldo)


async def main():
    global saldo
    await asyncio.gather(*(retirar(10) for _ in range(4)))
    print("saldo final con carrera:", saldo)
    saldo = 100
    await asyncio.gather(*(retirar_bien(10) for _ in range(4)))
    print("saldo final sin carrera:", saldo)


asyncio.run(main())
