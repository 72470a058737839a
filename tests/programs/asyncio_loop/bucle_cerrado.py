import asyncio


async def nada():
    return asyncio.current_task()


async def main():
    bucle = asyncio.get_running_loop()
    bucle.set_exception_handler(lambda b, c: print(b.is_closed(), c["message"]))
    futuro = bucle.create_future()
    futuro.set_exception(ValueError("nadie pregunta"))
    tarea = asyncio.create_task(nada())
    await tarea
    return tarea, futuro


tarea, futuro = asyncio.run(main())
print(tarea.get_loop() is futuro.get_loop(), tarea.get_loop().is_closed())
print(tarea.get_loop())
try:
    tarea.get_loop().call_soon(print)
except RuntimeError as error:
    print(error)
del futuro
print("ya")
