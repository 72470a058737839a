import asyncio


class Perezosa:
    """Se espera con await y se usa con async with."""

    def __init__(self, n):
        self.n = n

    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return f"valor {self.n}"

    async def __aenter__(self):
        return await self

    async def __aexit__(self, *a):
        pass


async def main():
    print(await Perezosa(1))
    async with Perezosa(2) as v:
        print(v)
    print(await asyncio.gather(Perezosa(3), Perezosa(4)))
    print(await asyncio.wait_for(Perezosa(5), 2))

    class Mala:
        def __await__(self):
            return 5

    try:
        await Mala()
    except TypeError as e:
        print(e)

    class CedeRaro:
        def __await__(self):
            yield 42

    try:
        await CedeRaro()
    except RuntimeError as e:
        print(e)

    class CedeNada:
        def __await__(self):
            yield
            return "un turno"

    print(await CedeNada())


asyncio.run(main())
