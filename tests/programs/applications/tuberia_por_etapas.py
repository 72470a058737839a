import asyncio
import time


async def etapa(nombre, entrada, salida, tarda, f):
    while True:
        x = await entrada.get()
        if x is None:
            await salida.put(None)
            return
        await asyncio.sleep(tarda)
        print(f"{time.perf_counter():.1f} {nombre}: {x} -> {f(x)}")
        await salida.put(f(x))


async def main():
    a, b, c = (asyncio.Queue(maxsize=1) for _ in range(3))
    resultados = []

    async def alimentar():
        for i in range(4):
            await a.put(i)
        await a.put(None)

    async def recoger():
        while (x := await c.get()) is not None:
            resultados.append(x)

    await asyncio.gather(alimentar(), etapa("doble", a, b, 0.5, lambda x: x * 2), etapa("texto", b, c, 1, str), recoger())
    print(resultados)


asyncio.run(main())
