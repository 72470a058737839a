import asyncio
import time


async def lenta(n, terca=False):
    try:
        await asyncio.sleep(n)
        return f"lenta {n}"
    except asyncio.CancelledError:
        print("cancelada", time.perf_counter())
        if terca:
            await asyncio.sleep(1)
            return "terca"
        raise


async def main():
    print(await asyncio.wait_for(lenta(1), 2), await asyncio.wait_for(lenta(0), None))
    try:
        await asyncio.wait_for(lenta(5), timeout=1)
    except asyncio.TimeoutError as e:
        print("tarde", repr(e), type(e).__name__, time.perf_counter())
    try:
        print(await asyncio.wait_for(lenta(5, True), 1), time.perf_counter())
    except TimeoutError:
        print("timeout pese a terca", time.perf_counter())
    t = asyncio.create_task(lenta(3))
    try:
        await asyncio.wait_for(asyncio.shield(t), 1)
    except TimeoutError:
        print("protegida sigue", t.done())
    print(await t)
    for limite in (0, -1):
        try:
            await asyncio.wait_for(lenta(1), limite)
        except TimeoutError:
            print("ya", limite)
    try:
        await asyncio.wait_for(lenta(1), 1)
        print("empate: gana la tarea")
    except TimeoutError:
        print("empate: gana el plazo")

    async def bloquea():
        time.sleep(2)
        return "bloqueó"

    print(await asyncio.wait_for(bloquea(), 0.5), time.perf_counter())

    async def falla():
        raise KeyError("k")

    try:
        await asyncio.wait_for(falla(), 1)
    except KeyError as e:
        print(repr(e))
    w = asyncio.create_task(asyncio.wait_for(lenta(10), 20))
    await asyncio.sleep(1)
    w.cancel()
    try:
        await w
    except asyncio.CancelledError:
        print("esperadora cancelada")


asyncio.run(main())
