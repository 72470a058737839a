# Cien páginas, diez a la vez, con reintentos y un plazo por petición.
import asyncio
import random
import time

random.seed(7)


class ErrorDeRed(Exception):
    pass


async def descargar(url):
    await asyncio.sleep(random.uniform(0.1, 2.5))
    if random.random() < 0.2:
        raise ErrorDeRed(f"{url} no responde")
    return f"<html>{url}</html>"


async def pedir(url, limite, intentos=3):
    async with limite:
        for intento in range(1, intentos + 1):
            try:
                return url, await asyncio.wait_for(descargar(url), 2), intento
            except (ErrorDeRed, asyncio.TimeoutError) as e:
                await asyncio.sleep(0.1 * intento)
        return url, None, intentos


async def main():
    limite = asyncio.Semaphore(10)
    urls = [f"https://ejemplo.org/{n}" for n in range(30)]
    inicio = time.perf_counter()
    resultados = await asyncio.gather(*(pedir(u, limite) for u in urls))
    bien = [r for r in resultados if r[1]]
    print(f"{len(bien)} de {len(urls)} en {time.perf_counter() - inicio:.3f} s")
    for url, html, intentos in resultados:
        print(f"{url[-3:]:>4} {intentos} {'ok' if html else 'FALLÓ'}")


asyncio.run(main())
