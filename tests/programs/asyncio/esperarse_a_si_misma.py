import asyncio


async def main():
    try:
        await asyncio.current_task()
    except RuntimeError as e:
        print(str(e)[:29])
    a = None

    async def x():
        await y_tarea

    async def y():
        await x_tarea

    x_tarea = asyncio.create_task(x())
    y_tarea = asyncio.create_task(y())
    await asyncio.sleep(1)
    print(x_tarea.done(), y_tarea.done())
    await asyncio.gather(x_tarea, y_tarea)


asyncio.run(main())
