# gather lanza el primer fallo enseguida; los demás siguen.
import asyncio
import time


async def trabajo(nombre, segundos, falla=False):
    try:
        await asyncio.sleep(segundos)
        if falla:
            raise ValueError(f"falla {nombre}")
        print(f"{time.perf_counter():.1f} {nombre} acaba")
        return nombre
    finally:
        print(f"{time.perf_counter():.1f} finally de {nombre}")


async def main():
    try:
        await asyncio.gather(trabajo("a", 1), trabajo("b", 2, True), trabajo("c", 3), trabajo("d", 9))
    except ValueError as e:
        print(f"{time.perf_counter():.1f} main recibe:", e)
    await asyncio.sleep(2)
    print(f"{time.perf_counter():.1f} main termina; d se cancela")


asyncio.run(main())
