# Un generador asíncrono a medias que nadie puede cerrar ya no detiene el final.
import asyncio


async def cuenta():
    try:
        for i in range(5):
            await asyncio.sleep(1)
            yield i
    finally:
        pass


async def main():
    g = cuenta()
    print(await anext(g), await anext(g, "cerrado"))


asyncio.run(main())
