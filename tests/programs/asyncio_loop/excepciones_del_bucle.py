import asyncio


def manejar(bucle, contexto):
    print("manejador:", contexto["message"], repr(contexto.get("exception")))


async def falla():
    raise ValueError("sin dueño")


async def main():
    b = asyncio.get_running_loop()
    b.set_exception_handler(manejar)
    b.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    t = asyncio.create_task(falla())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del t
    await asyncio.sleep(0)
    b.set_exception_handler(None)
    print("fin")


asyncio.run(main())
