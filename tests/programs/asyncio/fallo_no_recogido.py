import asyncio


async def falla():
    raise ValueError("nadie me mira")


async def main():
    t = asyncio.create_task(falla())
    await asyncio.sleep(1)
    print("main no mira")
    del t
    print("fin de main")


asyncio.run(main())
print("después")
