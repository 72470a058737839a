import asyncio


async def traga():
    try:
        await asyncio.sleep(10)
    finally:
        return "tragada"


async def reintenta():
    for i in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelación", i)
            continue
    return "por fin"


async def main():
    t = asyncio.create_task(traga())
    await asyncio.sleep(1)
    t.cancel()
    print(await t, t.cancelled())
    t = asyncio.create_task(reintenta())
    for _ in range(3):
        await asyncio.sleep(1)
        t.cancel()
    print(await t)


asyncio.run(main())
