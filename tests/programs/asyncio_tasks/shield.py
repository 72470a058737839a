import asyncio
import time


async def importante():
    try:
        await asyncio.sleep(2)
        print("importante acaba", time.perf_counter())
        return "guardado"
    except asyncio.CancelledError:
        print("importante cancelada")
        raise


async def main():
    t = asyncio.create_task(importante())
    s = asyncio.ensure_future(asyncio.shield(t))
    await asyncio.sleep(1)
    s.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("shield cancelado", s.cancelled(), t.cancelled())
    print(await t)

    async def esperar():
        return await asyncio.shield(importante())

    e = asyncio.create_task(esperar())
    await asyncio.sleep(1)
    e.cancel()
    try:
        await e
    except asyncio.CancelledError:
        print("la que espera, cancelada")
    await asyncio.sleep(2)
    t = asyncio.create_task(importante())
    s = asyncio.shield(t)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("cancelar lo interior sí llega")


asyncio.run(main())
