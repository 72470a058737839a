import asyncio


async def mala(n):
    await asyncio.sleep(n)
    raise ValueError(f"mala {n}")


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(mala(1))
        tg.create_task(asyncio.sleep(5))


asyncio.run(main())
