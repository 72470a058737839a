import asyncio
import time


async def main():
    b = asyncio.get_running_loop()
    print(b.time(), time.monotonic())
    await asyncio.sleep(1.25)
    print(b.time(), time.monotonic() == b.time())
    h = b.call_at(b.time() + 1, print, "hola")
    print(h.when(), h.cancelled())
    await asyncio.sleep(1)
    print("¿antes o después?")
    await asyncio.sleep(0)
    b.call_later(-5, print, "en el pasado")
    b.call_at(0, print, "más en el pasado")
    b.call_soon(print, "soon")
    await asyncio.sleep(0.001)


asyncio.run(main())
