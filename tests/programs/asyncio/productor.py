import asyncio

cola = []


async def producir(n):
    for i in range(n):
        await asyncio.sleep(1)
        cola.append(i)
        print("produce", i)
    cola.append(None)


async def consumir():
    while True:
        if not cola:
            await asyncio.sleep(0.3)
            continue
        x = cola.pop(0)
        if x is None:
            return "hecho"
        print("consume", x)
        await asyncio.sleep(1.7)


async def main():
    _, r = await asyncio.gather(producir(3), consumir())
    print(r)


asyncio.run(main())
