import asyncio


async def main():
    cola = asyncio.Queue()
    print("espera para siempre")
    await cola.get()
    print("nunca")


asyncio.run(main())
