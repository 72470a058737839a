# Predecir dentro de async def bloquea a todos; en un hilo, no.
import asyncio
import time


def predecir(x):
    time.sleep(1)
    return x ** 2


async def atender_mal(x):
    return predecir(x)


async def atender_bien(x):
    return await asyncio.to_thread(predecir, x)


async def salud():
    await asyncio.sleep(0.1)
    return "vivo"


async def medir(nombre, atender):
    inicio = time.perf_counter()

    async def cronometrar(que):
        r = await que
        print(f"  {nombre}: {r} a los {time.perf_counter() - inicio:.1f} s")

    await asyncio.gather(*(cronometrar(atender(x)) for x in range(3)), cronometrar(salud()))
    print(f"{nombre}: {time.perf_counter() - inicio:.1f} s")


async def main():
    await medir("bloqueando", atender_mal)
    await medir("en hilos", atender_bien)


asyncio.run(main())
