# Un generador asíncrono que se deja a medias: quién lo cierra y cuándo.
import asyncio
async def g(n):
    try:
        for i in range(3):
            yield i
    finally:
        print("cierra", n)
        await asyncio.sleep(0)
        print("cerrado", n)
async def main():
    it = g('a')
    print(await it.__anext__())
    await it.aclose()
    global guardada
    guardada = g("b")
    print(await guardada.__anext__())
    async for x in g("c"):
        break
    await asyncio.sleep(0.1)
    return "sale"
print(asyncio.run(main()))
print("tras run")
async def main2():
    global otra
    otra = g("e")
    print(await otra.__anext__())
loop = asyncio.new_event_loop()
loop.run_until_complete(main2())
otra = None
print("soltada con bucle parado")
loop.run_until_complete(asyncio.sleep(0))
loop.run_until_complete(main2())
loop.run_until_complete(loop.shutdown_asyncgens())
async def main3():
    print(await g("f").__anext__())
try:
    loop.run_until_complete(main3())
except RuntimeError as e: print(e)
loop.run_until_complete(main2())
loop.close()
otra = None
print("fin")
