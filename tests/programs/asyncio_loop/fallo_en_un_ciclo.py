import asyncio
async def falla():
    raise ValueError("perdida")
class Nodo: pass
async def main():
    n = Nodo()
    n.yo = n
    n.tarea = asyncio.create_task(falla())
    await asyncio.sleep(0)
asyncio.run(main())
print("fin")
