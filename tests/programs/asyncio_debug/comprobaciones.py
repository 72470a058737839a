import asyncio, threading
def otro(loop):
    try:
        loop.call_soon(print, "x")
    except RuntimeError as e:
        print("error:", e)
    try:
        loop.call_later(1, print, "x")
    except RuntimeError as e:
        print("error:", e)
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop)
    await asyncio.to_thread(otro, loop)
    t=asyncio.current_task()
    print(t)
    f = loop.create_future()
    print(f)
    h = loop.call_later(5, print, 1)
    print(h)
    h.cancel()
    print(h)
    h = loop.call_soon(print, 1)
    print(h)
    async def c(): await asyncio.sleep(1)
    k = asyncio.create_task(c())
    print(k)
    await asyncio.sleep(0)
    print(k)
    try:
        loop.call_soon(c)
    except TypeError as e: print(e)
    try:
        loop.call_soon(5)
    except TypeError as e: print(e)
    async def falla(): raise ValueError("ay")
    asyncio.create_task(falla())
    await asyncio.sleep(0.1)
asyncio.run(main(), debug=True)
