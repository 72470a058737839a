# Con qué mensaje llega una cancelación a través de gather.
import asyncio


async def espera(segundos):
    await asyncio.sleep(segundos)


async def falla(segundos):
    await asyncio.sleep(segundos)
    raise KeyError(segundos)


async def con_plazo():
    await asyncio.wait_for(asyncio.Event().wait(), 3)


async def vuelve():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 5


async def mira(tarea, nombre):
    for _ in range(2):
        try:
            print(nombre, await tarea)
        except asyncio.CancelledError as error:
            print(nombre, repr(error))


async def main():
    casos = [
        (espera(9), espera(0.1)),
        (espera(0.1), espera(9)),
        (espera(9), falla(0.1)),
        (falla(0.1), espera(9)),
        (con_plazo(), espera(9)),
        (vuelve(), espera(9)),
        (espera(9), vuelve()),
    ]
    for numero, (una, otra) in enumerate(casos):

        async def juntas():
            return await asyncio.gather(una, otra, return_exceptions=True)

        tarea = asyncio.create_task(juntas())
        asyncio.get_running_loop().call_later(0.25, tarea.cancel, "m")
        await mira(tarea, numero)
    grupo = asyncio.gather(espera(1), espera(2))
    grupo.cancel("directo")
    await mira(grupo, "grupo")
    print(grupo.cancelled())


asyncio.run(main())
