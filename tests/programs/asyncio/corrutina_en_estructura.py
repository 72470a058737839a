import asyncio


async def f(x):
    await asyncio.sleep(x / 10)
    return x


async def main():
    por_nombre = {n: asyncio.create_task(f(i)) for i, n in enumerate(["a", "b", "c"])}
    print({n: await t for n, t in por_nombre.items()})
    nombres, corrutinas = zip(*{"x": f(2), "y": f(1)}.items())
    print(dict(zip(nombres, await asyncio.gather(*corrutinas))))
    a, *resto = await asyncio.gather(*[f(i) for i in range(4)])
    print(a, resto)
    print(sum(await asyncio.gather(*map(f, range(3)))), max(await asyncio.gather(f(1), f(5))))
    print([x for x in await asyncio.gather(f(1), f(2)) if x > 1])
    condicion = await f(1) and await f(0) or await f(3)
    print(condicion, "sí" if await f(1) else "no", await f(1) < await f(2) < await f(3), not await f(0))
    i = 0
    while await f(i) < 3:
        i += 1
    print(i, {await f(1): await f(2)}, (await f(1), [await f(2)]), -await f(3), (await f(2)) ** 2, [1, 2, 3][await f(1)])
    print(await (await pedir_otra()))


async def pedir_otra():
    return f(7)


asyncio.run(main())
