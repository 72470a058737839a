import asyncio
import time
from contextlib import asynccontextmanager, AsyncExitStack


class Conexion:
    def __init__(self, nombre):
        self.nombre = nombre

    async def __aenter__(self):
        await asyncio.sleep(1)
        print("abre", self.nombre, time.perf_counter())
        return self

    async def __aexit__(self, tipo, valor, tb):
        await asyncio.sleep(0.5)
        print("cierra", self.nombre, tipo and tipo.__name__, time.perf_counter())
        return tipo is ValueError

    async def consultar(self, q):
        await asyncio.sleep(0.25)
        return f"{self.nombre}:{q}"


@asynccontextmanager
async def transaccion(c):
    print("begin")
    try:
        yield c
    except Exception as e:
        print("rollback", e)
        raise
    else:
        print("commit")


async def main():
    async with Conexion("a") as a, Conexion("b") as b:
        print(await asyncio.gather(a.consultar(1), b.consultar(2)))
    async with Conexion("traga"):
        raise ValueError("x")
    try:
        async with Conexion("c") as c, transaccion(c) as t:
            print(await t.consultar("q"))
            raise KeyError("k")
    except KeyError as e:
        print("fuera", e)
    async with AsyncExitStack() as pila:
        for n in "xy":
            await pila.enter_async_context(Conexion(n))
        pila.push_async_callback(asyncio.sleep, 1)
        print("dentro")
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    try:
        with Conexion("mal"):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
