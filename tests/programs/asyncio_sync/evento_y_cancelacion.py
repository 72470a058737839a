import asyncio


async def main():
    e = asyncio.Event()

    async def espera(n):
        try:
            await e.wait()
            print(n, "pasa")
        except asyncio.CancelledError:
            print(n, "cancelada")
            raise

    ts = [asyncio.create_task(espera(n)) for n in range(3)]
    await asyncio.sleep(0)
    ts[1].cancel()
    e.set()
    e.clear()
    print(await asyncio.gather(*ts, return_exceptions=True), e.is_set())

    async def intermitente():
        for _ in range(2):
            await asyncio.sleep(1)
            e.set()
            e.clear()

    async def contar():
        n = 0
        while n < 2:
            await e.wait()
            n += 1
            print("vuelta", n)

    await asyncio.gather(intermitente(), contar())


asyncio.run(main())
