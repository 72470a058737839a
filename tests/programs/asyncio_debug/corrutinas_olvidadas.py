import asyncio
async def tarea():
    await asyncio.sleep(1)
async def main():
    tarea()
    x = tarea()
    del x
    def crea():
        return tarea()
    crea()
    async with asyncio.TaskGroup() as g:
        g.create_task(tarea())
    try:
        async with asyncio.timeout(0.1):
            await tarea()
    except TimeoutError: print("t")
    await asyncio.wait_for(tarea(), 3)
    q = asyncio.Queue()
    await q.put(1)
    await asyncio.gather(tarea(), tarea())
with asyncio.Runner(debug=True) as r:
    r.run(main())
