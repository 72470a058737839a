import asyncio, time, logging
logging.basicConfig(level=logging.DEBUG)
async def bloquea(n):
    time.sleep(0.2)
    await asyncio.sleep(0.3)
    time.sleep(0.15)
    return n
async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.05
    r = await asyncio.gather(bloquea(1), bloquea(2))
    print(r)
    loop.call_soon(time.sleep, 0.3)
    loop.call_later(0.1, time.sleep, 0.07)
    def f(): time.sleep(0.06)
    loop.call_soon(f)
    await asyncio.sleep(1)
asyncio.run(main(), debug=True)
