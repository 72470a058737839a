# Qué líneas se alcanzan al salir de un `with`: sin error, con él, y con dos.
import asyncio
from dataclasses import dataclass


@dataclass
class Sincrono:
    traga: bool

    def __enter__(self):
        return self

    def __exit__(self, *detalles):
        return self.traga


@dataclass
class Asincrono:
    traga: bool

    async def __aenter__(self):
        return self

    async def __aexit__(self, *detalles):
        await asyncio.sleep(0.1)
        return self.traga


def sin_error():
    with Sincrono(True), Sincrono(False):
        return 1


def con_error():
    with Sincrono(True), Sincrono(False):
        1 / 0
    return 2


def en_bucle():
    for i in range(3):
        with Sincrono(True):
            if i == 1:
                continue
            1 / i


async def dentro():
    async with Asincrono(True) as a, Asincrono(False) as b:
        await asyncio.sleep(0.1)
        1 / 0
    try:
        async with Asincrono(False):
            async with Asincrono(False):
                raise KeyError(a is b)
    except KeyError as e:
        print(e)
    async with asyncio.timeout(1):
        return 3


print(sin_error(), con_error(), en_bucle())
print(asyncio.run(dentro()))
