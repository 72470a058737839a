# De una misma línea, el mismo aviso se ve una vez.
import asyncio


async def f():
    pass


async def g():
    pass


async def main():
    for i in range(3):
        f()
    f(); f(); g()
    [f() for _ in range(3)]
    varias = [f(), f()]
    varias = None
    print("sigue")
    varias = [f(), f(), g()]
    del varias
    al_final = f()
    raise ValueError("main")


asyncio.run(main())
