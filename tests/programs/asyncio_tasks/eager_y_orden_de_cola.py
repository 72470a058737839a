# La cola es estricta: lo que se pone antes, corre antes.
import asyncio


async def pasos(nombre, n):
    for i in range(n):
        print(nombre, i)
        await asyncio.sleep(0)


async def main():
    b = asyncio.get_running_loop()
    b.call_soon(print, "call_soon 1")
    t = asyncio.create_task(pasos("t", 2))
    b.call_soon(print, "call_soon 2")
    u = asyncio.create_task(pasos("u", 1))
    f = b.create_future()
    f.add_done_callback(lambda _: print("callback del futuro"))
    f.set_result(None)
    b.call_soon(print, "call_soon 3")
    await asyncio.sleep(0)
    print("main 1")
    b.call_later(0, print, "call_later 0")
    await f
    print("esperar un futuro hecho no cede")
    await asyncio.sleep(0)
    print("main 2")
    await asyncio.sleep(0)
    print("main 3", t.done(), u.done())


asyncio.run(main())
