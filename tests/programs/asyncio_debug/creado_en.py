import asyncio
async def falla():
    await asyncio.sleep(0.1)
    raise ValueError("mal")
async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    t = asyncio.create_task(falla())
    await asyncio.sleep(0.2)
    del t
    loop.call_soon(lambda: 1/0)
    await asyncio.sleep(0.1)
    f = loop.create_future()
    f.set_exception(KeyError("f"))
    del f
    u = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
asyncio.run(main())
