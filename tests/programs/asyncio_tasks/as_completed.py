import asyncio
import time


async def f(nombre, n, falla=False):
    await asyncio.sleep(n)
    if falla:
        raise ValueError(nombre)
    return nombre


async def main():
    for siguiente in asyncio.as_completed([f("c", 3), f("a", 1), f("b", 2)]):
        print(await siguiente, time.perf_counter())
    for siguiente in asyncio.as_completed([f("x", 1), f("y", 2, True), f("z", 3)]):
        try:
            print(await siguiente)
        except ValueError as e:
            print("falló", e)
    try:
        for s in asyncio.as_completed([f("p", 1), f("q", 9)], timeout=2):
            print(await s)
    except asyncio.TimeoutError:
        print("se acabó el tiempo", time.perf_counter())
    print(list(asyncio.as_completed([])))


asyncio.run(main())
