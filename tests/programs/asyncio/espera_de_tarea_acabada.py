import asyncio
import time


async def f(n):
    await asyncio.sleep(n)
    print("acaba", n)
    return n


async def main():
    ts = [asyncio.create_task(f(n)) for n in (2, 1)]
    for t in ts:
        print("main espera")
        print("main recibe", await t, time.perf_counter())
    a = asyncio.create_task(f(0))
    await asyncio.sleep(1)
    print("antes de esperar una tarea ya acabada")
    b = asyncio.create_task(f(0))
    print(await a)
    print("no cedió:", b.done())
    print(await b)


asyncio.run(main())
