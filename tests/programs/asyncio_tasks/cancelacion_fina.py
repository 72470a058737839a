import asyncio


async def main():
    t = asyncio.current_task()
    print(t.cancelling())

    async def hija():
        yo = asyncio.current_task()
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelling", yo.cancelling())
            print("uncancel", yo.uncancel(), yo.cancelling(), yo.uncancel())
        await asyncio.sleep(1)
        return "siguió"

    h = asyncio.create_task(hija())
    await asyncio.sleep(1)
    print(h.cancel(), h.cancel(), h.cancelling())
    print(await h, h.cancelled(), h.cancel())

    async def limpia_lento():
        try:
            await asyncio.sleep(10)
        finally:
            try:
                await asyncio.sleep(1)
                print("limpieza acabada")
            except asyncio.CancelledError:
                print("limpieza interrumpida")
                raise

    x = asyncio.create_task(limpia_lento())
    await asyncio.sleep(0)
    x.cancel()
    await asyncio.sleep(0.5)
    x.cancel()
    print(await asyncio.gather(x, return_exceptions=True), x.cancelled())
    y = asyncio.create_task(limpia_lento())
    await asyncio.sleep(0)
    y.cancel("motivo")
    try:
        await y
    except asyncio.CancelledError as e:
        print("motivo:", e.args, repr(e))

    async def lanza_al_cancelar():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise ValueError("cambié de opinión")

    z = asyncio.create_task(lanza_al_cancelar())
    await asyncio.sleep(0)
    z.cancel()
    try:
        await z
    except ValueError as e:
        print(e, z.cancelled(), repr(z.exception()), repr(e.__context__))
    try:
        raise asyncio.CancelledError("a mano")
    except BaseException as e:
        print(repr(e), isinstance(e, Exception))

    async def se_cancela():
        asyncio.current_task().cancel()
        print("sigue hasta el próximo await")
        await asyncio.sleep(0)
        print("no")

    c = asyncio.create_task(se_cancela())
    print(await asyncio.gather(c, return_exceptions=True))


asyncio.run(main())
