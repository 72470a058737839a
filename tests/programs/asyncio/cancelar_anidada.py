import asyncio


async def fondo():
    try:
        await asyncio.sleep(10)
    finally:
        print("fondo")


async def medio():
    try:
        await fondo()
    finally:
        print("medio")


async def arriba():
    await asyncio.gather(medio(), medio())


async def main():
    t = asyncio.create_task(arriba())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("todo cancelado", t.cancelled())
    otra = asyncio.create_task(medio())
    await asyncio.sleep(1)
    otra.cancel()
    print(await asyncio.gather(otra, return_exceptions=True))


asyncio.run(main())
