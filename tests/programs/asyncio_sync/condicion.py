import asyncio

cosas = []


async def main():
    c = asyncio.Condition()

    async def consumir(n):
        async with c:
            await c.wait_for(lambda: cosas)
            print(n, "toma", cosas.pop(0))

    async def producir():
        for i in range(3):
            await asyncio.sleep(1)
            async with c:
                cosas.append(i)
                print("pone", i)
                c.notify()

    await asyncio.gather(consumir("a"), consumir("b"), consumir("c"), producir())

    async def esperar(n):
        async with c:
            print(n, await c.wait())

    ts = [asyncio.create_task(esperar(i)) for i in range(4)]
    await asyncio.sleep(0)
    async with c:
        c.notify(2)
    await asyncio.sleep(0.1)
    print([t.done() for t in ts])
    async with c:
        c.notify_all()
    await asyncio.gather(*ts)
    try:
        c.notify()
    except RuntimeError as e:
        print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
    t = asyncio.create_task(esperar("x"))
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.gather(t, return_exceptions=True)
    print(c.locked())


asyncio.run(main())
