import asyncio


async def main():
    b = asyncio.get_running_loop()
    t0 = b.time()
    b.call_soon(print, "soon 1")
    b.call_soon(print, "soon 2")
    b.call_later(2, print, "a los 2")
    b.call_later(1, lambda: print("a la 1", b.time() - t0))
    b.call_at(t0 + 1.5, print, "al 1.5")
    b.call_later(1, print, "también a la 1")
    h = b.call_later(0.5, print, "nunca")
    h.cancel()
    print(h.cancelled(), h.when() - t0)
    print("main sigue")
    await asyncio.sleep(0)
    print("tras un turno")
    await asyncio.sleep(3)

    def encadena(n):
        print("encadena", n)
        if n:
            b.call_soon(encadena, n - 1)

    b.call_soon(encadena, 2)
    for i in range(4):
        await asyncio.sleep(0)
        print("turno", i)
    b.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print(b.is_running(), b.is_closed())
    b.call_soon_threadsafe(print, "threadsafe")
    await asyncio.sleep(0)


asyncio.run(main())
