import asyncio
async def sale():
    await asyncio.sleep(0.1)
    raise SystemExit(3)
async def otra():
    try:
        await asyncio.sleep(1)
    finally:
        print("otra acaba")
async def main():
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(sale())
            g.create_task(otra())
    except BaseException as e:
        print(repr(e))
        raise
try:
    asyncio.run(main())
except SystemExit as e:
    print("se", e.code)
async def ki():
    await asyncio.sleep(0.1)
    raise KeyboardInterrupt
async def main2():
    t = asyncio.create_task(ki())
    try:
        await asyncio.sleep(1)
    except BaseException as e:
        print("main2", repr(e))
        raise
try:
    asyncio.run(main2())
except KeyboardInterrupt as e:
    print("ki", repr(e))
async def grupo():
    async with asyncio.TaskGroup() as g:
        g.create_task(otra())
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("cuerpo")
try:
    asyncio.run(grupo())
except BaseException as e:
    print("fin", repr(e))
