import asyncio


async def main():
    tareas = []
    for i in range(3):
        async def f():
            await asyncio.sleep(0)
            return i
        tareas.append(asyncio.create_task(f()))
    print(await asyncio.gather(*tareas))
    tareas = []
    for i in range(3):
        async def f(i=i):
            await asyncio.sleep(0)
            return i
        tareas.append(f())
    print(await asyncio.gather(*tareas))
    total = 0

    async def sumar(n):
        nonlocal total
        await asyncio.sleep(n)
        total += n
        return total

    print(await asyncio.gather(*(sumar(n) for n in (3, 1, 2))), total)
    corrutinas = {n: sumar(n) for n in range(3)}
    print({n: await c for n, c in corrutinas.items()})
    print([await c for c in [sumar(1), sumar(2)]])


asyncio.run(main())
