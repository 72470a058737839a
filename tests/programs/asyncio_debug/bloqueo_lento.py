import asyncio, time
async def bloquea():
    print("antes")
    time.sleep(0.5)
    print("después")
async def main():
    t = asyncio.create_task(bloquea(), name="bloqueante")
    await asyncio.sleep(0.1)
    await t
asyncio.run(main(), debug=True)
