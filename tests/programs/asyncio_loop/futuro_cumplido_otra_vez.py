# Un futuro se cumple una sola vez; y no con cualquier excepción.

import asyncio


async def main():
    cumplido, pendiente = asyncio.Future(), asyncio.Future()
    cumplido.set_result("primero")
    for futuro in cumplido, pendiente:
        for valor in StopIteration, StopIteration(3), "no es excepción", 5, int:
            try:
                futuro.set_exception(valor)
            except Exception as error:
                print(type(error).__name__, error, sep=": ")
    try:
        cumplido.set_result("segundo")
    except asyncio.InvalidStateError as error:
        print(error)
    pendiente.set_exception(KeyError)
    print(repr(pendiente.exception()), await cumplido, pendiente.done())


asyncio.run(main())
