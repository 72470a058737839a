import asyncio

platos = {"sopa": 3, "pasta": 5, "ensalada": 1}


async def cocinar(plato):
    await asyncio.sleep(platos[plato])
    return plato.upper()


async def atender(mesa, *pedidos):
    print(f"Mesa {mesa}: pide {' y '.join(pedidos)}")
    for plato in pedidos:
        listo = await cocinar(plato)
        print(f"Mesa {mesa}: llega {listo}")
    return mesa, len(pedidos)


async def main():
    cuentas = await asyncio.gather(
        atender(1, "sopa", "ensalada"), atender(2, "pasta"), atender(3, "ensalada", "ensalada", "sopa")
    )
    print(dict(cuentas))


asyncio.run(main())
