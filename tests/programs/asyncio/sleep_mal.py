import asyncio


async def main():
    for malo in ("1", None, [1]):
        try:
            await asyncio.sleep(malo)
        except TypeError as e:
            print(e)
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        await None
    except TypeError as e:
        print(e)
    try:
        await [asyncio.sleep(0)][0:0]
    except TypeError as e:
        print(e)

    def normal():
        return 1

    try:
        await normal()
    except TypeError as e:
        print(e)
    await asyncio.sleep("dos")


asyncio.run(main())
