# Cien mil temporizadores que vencen a la vez, cancelados o no, y otras tantas
# tareas que esperan lo mismo: todo en orden, por muchos que sean.
import asyncio

CUANTOS = 50_000


async def main():
    bucle = asyncio.get_running_loop()
    orden = []
    for n in range(CUANTOS):
        bucle.call_later(1, orden.append, n)
    for mango in [bucle.call_later(1, orden.append, -n) for n in range(CUANTOS)]:
        mango.cancel()
    await asyncio.sleep(2)
    print(len(orden), orden == list(range(CUANTOS)))

    futuro = bucle.create_future()
    despiertas = []

    async def espera(n):
        despiertas.append((n, await futuro))

    tareas = [asyncio.create_task(espera(n)) for n in range(CUANTOS)]
    await asyncio.sleep(0)
    futuro.set_result("ya")
    await asyncio.sleep(0)
    print(len(despiertas), despiertas[0], despiertas[-1])
    del tareas

    tareas = [asyncio.create_task(asyncio.sleep(9)) for n in range(CUANTOS)]
    await asyncio.sleep(0)
    for tarea in tareas:
        tarea.cancel()
    print(sum(isinstance(r, asyncio.CancelledError) for r in await asyncio.gather(*tareas, return_exceptions=True)))


asyncio.run(main())
