import asyncio
import time


async def tictac(n, paso):
    try:
        for i in range(n):
            await asyncio.sleep(paso)
            yield i
    finally:
        print("finally tictac", n)


async def main():
    async for x in tictac(3, 1):
        print(x, time.perf_counter())
    else:
        print("else")
    print([x async for x in tictac(2, 1)], {x: x async for x in tictac(2, 0)}, {x async for x in tictac(1, 0)})
    print([x * y async for x in tictac(3, 0) if x for y in range(2)], [await asyncio.sleep(0, i) for i in range(2)])
    g = tictac(5, 1)
    print(await anext(g), await g.__anext__(), type(g).__name__)
    await g.aclose()
    print(await anext(g, "cerrado"))
    try:
        await anext(g)
    except StopAsyncIteration:
        print("StopAsyncIteration")
    gen = (x async for x in tictac(2, 0))
    print(type(gen).__name__, [y async for y in gen])
    async for x in tictac(9, 0):
        print("rompe en", x)
        break
    print("sigue")
    try:
        for x in tictac(1, 1):
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
