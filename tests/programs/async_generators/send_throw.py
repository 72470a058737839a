import asyncio


async def eco():
    recibido = None
    while True:
        try:
            recibido = yield recibido
            await asyncio.sleep(0.1)
        except ValueError as e:
            recibido = f"capturado {e}"
        except GeneratorExit:
            print("cerrando")
            raise


async def main():
    g = eco()
    print(await g.asend(None), await g.asend("a"), await g.athrow(ValueError("v")), await g.asend("b"))
    await g.aclose()
    h = eco()
    try:
        await h.asend("x")
    except TypeError as e:
        print(e)
    await h.aclose()


async def dos():
    async def numeros():
        yield 1
        raise KeyError("roto")

    try:
        async for n in numeros():
            print(n)
    except KeyError as e:
        print(repr(e))

    class Cuenta:
        def __init__(self, n):
            self.n = n

        def __aiter__(self):
            return self

        async def __anext__(self):
            if not self.n:
                raise StopAsyncIteration
            await asyncio.sleep(0.5)
            self.n -= 1
            return self.n

    print([x async for x in Cuenta(3)], [x async for x in aiter(Cuenta(1))])
    try:
        async def para():
            raise StopAsyncIteration("no")
            yield
        async for _ in para():
            pass
    except RuntimeError as e:
        print(e)


asyncio.run(main())
asyncio.run(dos())
