import asyncio
import functools
import time


def cronometrar(f):
    @functools.wraps(f)
    async def envuelta(*a, **k):
        inicio = time.perf_counter()
        try:
            return await f(*a, **k)
        finally:
            print(f"{f.__name__}{a} tardó {time.perf_counter() - inicio:.2f} s")
    return envuelta


def reintentar(veces, espera=1):
    def decorador(f):
        @functools.wraps(f)
        async def envuelta(*a):
            for intento in range(1, veces + 1):
                try:
                    return await f(*a)
                except ConnectionError as e:
                    print(f"intento {intento} de {veces}: {e}")
                    if intento == veces:
                        raise
                    await asyncio.sleep(espera * 2 ** (intento - 1))
        return envuelta
    return decorador


fallos = {"a": 2, "b": 5}


@cronometrar
@reintentar(3)
async def pedir(nombre):
    await asyncio.sleep(0.5)
    if fallos[nombre] > 0:
        fallos[nombre] -= 1
        raise ConnectionError(f"{nombre} no responde")
    return nombre.upper()


async def main():
    print(await asyncio.gather(pedir("a"), pedir("b"), return_exceptions=True))
    print(pedir.__name__, asyncio.iscoroutinefunction(pedir))


asyncio.run(main())
