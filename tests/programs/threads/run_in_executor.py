import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def trabajo(n):
    time.sleep(1)
    print(f"{time.perf_counter():.1f} hecho {n}")
    return n


async def main():
    bucle = asyncio.get_running_loop()
    print(await bucle.run_in_executor(None, trabajo, 0))
    with ThreadPoolExecutor(max_workers=2) as piscina:
        print(await asyncio.gather(*(bucle.run_in_executor(piscina, trabajo, n) for n in range(5))))
    f = bucle.run_in_executor(None, trabajo, "cancelada tarde")
    await asyncio.sleep(0.5)
    print(f.cancel())
    try:
        await f
    except asyncio.CancelledError:
        print("el hilo sigue, pero nadie lo espera")
    try:
        await asyncio.wait_for(asyncio.to_thread(trabajo, "lento"), 0.5)
    except TimeoutError:
        print(f"{time.perf_counter():.1f} tarde")


asyncio.run(main())
print(f"{time.perf_counter():.1f} fin")
