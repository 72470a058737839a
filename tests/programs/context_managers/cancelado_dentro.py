import asyncio


class Recurso:
    async def __aenter__(self):
        print("entra")
        return self

    async def __aexit__(self, *a):
        print("saliendo", a[0].__name__)
        await asyncio.sleep(1)
        print("salió")


async def usar():
    async with Recurso():
        await asyncio.sleep(100)


async def main():
    t = asyncio.create_task(usar())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.sleep(0.5)
    print("main espera")
    try:
        await t
    except asyncio.CancelledError:
        print("cancelada")


asyncio.run(main())
