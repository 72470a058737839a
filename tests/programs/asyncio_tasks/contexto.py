import asyncio
import contextvars

usuario = contextvars.ContextVar("usuario", default="nadie")


async def mostrar(n):
    await asyncio.sleep(0)
    print(n, usuario.get())


async def atender(nombre):
    ficha = usuario.set(nombre)
    await mostrar(1)
    await asyncio.create_task(mostrar(2))
    usuario.reset(ficha)
    print("tras reset", usuario.get())


async def main():
    await asyncio.gather(atender("Ana"), atender("Luis"))
    print(usuario.get())
    usuario.set("main")
    t = asyncio.create_task(mostrar(3))
    usuario.set("cambiado después")
    await t


asyncio.run(main())
print(usuario.get())
