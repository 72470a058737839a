# En modo debug, lo que no es seguro entre hilos se dice.
import asyncio
import time


def desde_un_hilo(bucle, futuro):
    for intento in (lambda: futuro.set_result(1), lambda: bucle.call_soon(print)):
        try:
            intento()
        except RuntimeError as error:
            print("RuntimeError:", error)
    bucle.call_soon_threadsafe(print, "desde el hilo, bien")
    time.sleep(0.3)
    return "listo"


async def main():
    bucle = asyncio.get_running_loop()
    futuro = bucle.create_future()
    futuro.add_done_callback(print)
    print(await asyncio.to_thread(desde_un_hilo, bucle, futuro))
    print(futuro.done(), futuro.result())
    print(await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.5), 1))


asyncio.run(main(), debug=True)
