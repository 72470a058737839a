# Lo que se atrapa y lo que no, en cada nivel.
import asyncio


async def capa(n):
    try:
        await asyncio.sleep(0.1)
        if n == 0:
            raise ValueError("fondo")
        return await capa(n - 1)
    except ValueError as e:
        print("capa", n, "ve", e)
        if n == 2:
            return "arreglado"
        raise
    finally:
        print("capa", n, "cierra")


async def main():
    print(await capa(3))
    try:
        await capa(1)
    except ValueError as e:
        print("main ve", e)
    resultados = await asyncio.gather(capa(0), capa(2), return_exceptions=True)
    print([str(r) for r in resultados])


asyncio.run(main())
