import asyncio


async def falla(n):
    raise ValueError(n)


async def main():
    bucle = asyncio.get_running_loop()
    f = bucle.create_future()
    f.set_exception(KeyError("futuro que nadie mira"))
    del f
    t = asyncio.create_task(falla("tarea que nadie mira"))
    await asyncio.sleep(0)
    del t
    t = asyncio.create_task(falla("mirada"))
    await asyncio.sleep(0)
    print(repr(t.exception()))
    del t
    bucle.call_soon(falla_en_callback, 1, "dos")
    bucle.call_later(0.1, lambda: [][1])
    await asyncio.sleep(1)
    bucle.call_exception_handler({"message": "un mensaje propio", "detalle": 42})
    bucle.call_exception_handler({"message": "con excepción", "exception": OSError("disco")})
    bucle.set_exception_handler(lambda b, c: 1 / 0)
    bucle.call_exception_handler({"message": "el manejador falla"})
    bucle.set_exception_handler(None)
    print(bucle.get_exception_handler())
    try:
        bucle.set_exception_handler(3)
    except TypeError as e:
        print(e)
    falla("nunca esperada")
    asyncio.create_task(al_cerrar())
    await asyncio.sleep(0)


def falla_en_callback(a, b):
    raise RuntimeError(f"callback {a} {b}")


async def al_cerrar():
    try:
        await asyncio.sleep(50)
    finally:
        raise OSError("al cerrar")


asyncio.run(main())
print("fin")
