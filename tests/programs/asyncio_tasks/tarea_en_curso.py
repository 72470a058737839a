# Una tarea que se mira a sí misma: la línea en que está.
import asyncio


async def sub():
    print(asyncio.current_task())
    print([asyncio.current_task()], f"{asyncio.current_task()!r}")
    print(asyncio.all_tasks())


async def otra():
    for _ in range(2):
        await asyncio.sleep(1)
    print(
        asyncio.current_task(),
    )


async def main():
    print(asyncio.current_task())
    await sub()
    tarea = asyncio.create_task(otra(), name="otra")
    print(tarea)
    await asyncio.sleep(0.5)
    print(tarea)
    await tarea
    print(tarea, asyncio.current_task(), sep="\n")


asyncio.run(main())
