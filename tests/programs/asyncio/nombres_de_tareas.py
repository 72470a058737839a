import asyncio


async def f():
    await asyncio.sleep(0)
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    print(await asyncio.gather(f(), f(), asyncio.create_task(f(), name="propia"), asyncio.create_task(f(), name=7)))
    t = asyncio.create_task(f())
    t.set_name("cambiada")
    print(await t, await f())
    print([asyncio.create_task(f()).get_name() for _ in range(2)])


asyncio.run(main())
asyncio.run(main())
