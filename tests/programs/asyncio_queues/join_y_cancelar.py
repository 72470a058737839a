import asyncio
import time


async def obrero(n, cola):
    hechos = 0
    try:
        while True:
            x = await cola.get()
            try:
                if x == 3:
                    raise ValueError("el tres no")
                await asyncio.sleep(x / 10)
                hechos += 1
            except ValueError as e:
                print(n, e)
            finally:
                cola.task_done()
    except asyncio.CancelledError:
        print(n, "hizo", hechos)
        raise


async def main():
    cola = asyncio.Queue()
    for x in (5, 1, 3, 2, 2):
        cola.put_nowait(x)
    obreros = [asyncio.create_task(obrero(f"obrero {i}", cola)) for i in range(2)]
    await cola.join()
    print(f"{time.perf_counter():.1f} cola vacía")
    for o in obreros:
        o.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*obreros, return_exceptions=True)])
    await cola.join()
    print("join sin pendientes vuelve enseguida")


asyncio.run(main())
