import asyncio, time
loop = asyncio.new_event_loop()
loop.set_debug(True)
async def f():
    time.sleep(0.123456)
    return 3
print(loop.run_until_complete(f()))
loop.run_until_complete(asyncio.sleep(0.1))
loop.close()
