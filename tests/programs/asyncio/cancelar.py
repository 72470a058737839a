import asyncio
import time


async def larga(nombre):
    print(nombre, "empieza")
    try:
        await asyncio.sleep(100)
        print("no llega")
    except asyncio.CancelledError:
        print(nombre, "se despide a los", time.perf_counter())
        raise
    finally:
        print(nombre, "limpia")


async def terca():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("terca ignora")
    await asyncio.sleep(1)
    return "acabé igual"


async def nunca():
    print("no se imprime: se cancela antes de empezar")


async def main():
    t = asyncio.create_task(larga("t"))
    await asyncio.sleep(1)
    print(t.cancel())
    print("pedido")
    try:
        await t
    except asyncio.CancelledError:
        print("main lo ve", t.cancelled())
    k = asyncio.create_task(terca())
    await asyncio.sleep(0)
    k.cancel()
    print(await k, k.cancelled(), time.perf_counter())
    n = asyncio.create_task(nunca())
    n.cancel()
    try:
        await n
    except asyncio.CancelledError:
        print("nunca empezó")
    m = asyncio.create_task(larga("con mensaje"))
    await asyncio.sleep(0)
    m.cancel("porque sí")
    try:
        await m
    except asyncio.CancelledError as e:
        print(e.args)


asyncio.run(main())
