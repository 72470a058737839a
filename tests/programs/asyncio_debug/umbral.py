# Desde cuándo algo es lento lo dice slow_callback_duration.
import asyncio
import time


class Servicio:
    def __repr__(self):
        return "<Servicio>"

    def atiende(self, segundos, *, nombre="x"):
        time.sleep(segundos)

    async def corre(self):
        time.sleep(0.25)
        await asyncio.sleep(0.1)
        time.sleep(0.05)
        raise ValueError("no va")


def al_acabar(tarea):
    time.sleep(0.2)
    print("acabó", tarea.done())


async def main():
    bucle = asyncio.get_running_loop()
    print(bucle.slow_callback_duration, bucle.get_debug())
    servicio = Servicio()
    bucle.call_soon(servicio.atiende, 0.1)
    bucle.call_soon(servicio.atiende, 0.0999)
    tarea = asyncio.create_task(servicio.corre(), name="servicio")
    tarea.add_done_callback(al_acabar)
    await asyncio.wait([tarea])
    print(tarea.exception())
    bucle.slow_callback_duration = 1
    time.sleep(0.9)
    await asyncio.sleep(0)
    bucle.slow_callback_duration = 0.02
    time.sleep(0.03)
    await asyncio.sleep(0)
    bucle.set_debug(False)
    time.sleep(3)
    await asyncio.sleep(0)
    bucle.set_debug(True)
    time.sleep(3)


asyncio.run(main(), debug=True)
