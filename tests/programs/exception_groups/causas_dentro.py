import asyncio
async def nivel3():
    await asyncio.sleep(0.1)
    raise ValueError("hondo")
async def nivel2():
    try: await nivel3()
    except ValueError as e: raise RuntimeError("medio") from e
async def nivel1():
    async with asyncio.TaskGroup() as g:
        g.create_task(nivel2()); g.create_task(nivel3())
async def main():
    await nivel1()
asyncio.run(main())
