# Lo que queda pendiente se cancela cuando main termina.
import asyncio


async def fondo(n):
    try:
        await asyncio.sleep(n)
        print("fondo", n, "llega")
    except asyncio.CancelledError:
        print("fondo", n, "cancelado")
        raise


async def main():
    asyncio.create_task(fondo(1))
    t = asyncio.create_task(fondo(5))
    await asyncio.sleep(2)
    print("main termina")
    return "resultado de main"


print(asyncio.run(main()))
