import asyncio


async def main():
    a = b = None
    # Which of the two goes first is nobody's to say.
    asyncio.get_running_loop().set_exception_handler(
        lambda bucle, contexto: print(contexto["message"])
    )

    async def espera(quien):
        await quien()

    a = asyncio.create_task(espera(lambda: b), name="a")
    b = asyncio.create_task(espera(lambda: a), name="b")
    await asyncio.sleep(0)
    print(repr(a))
    print(repr(b))
    try:
        a.cancel()
    except RecursionError as e:
        print(e)


asyncio.run(main())
