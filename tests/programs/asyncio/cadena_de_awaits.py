import asyncio


async def c(n):
    print("c", n)
    await asyncio.sleep(n)
    return n


async def b(n):
    r = await c(n) + await c(n + 1)
    print("b", r)
    return r


async def a():
    total = 0
    for i in range(2):
        total += await b(i)
    return {"total": total, "lista": [await c(0), (await c(0), 1)]}


async def main():
    print(await a())
    print([await c(i) for i in range(2)], await c(0) or await c(0) or "nada", (await c(1)) * 2)
    print(f"{await c(0)} {await b(0)!r:>3}")
    print(sum([await c(1), await c(2)]), max(await c(1), await c(0)))


asyncio.run(main())
