import asyncio
async def saluda(): print("hola")
async def main():
    saluda()
    await asyncio.sleep(0)
asyncio.run(main(), debug=True)
