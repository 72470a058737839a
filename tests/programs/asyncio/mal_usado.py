import asyncio


async def pedir():
    await asyncio.sleep(1)
    return [1, 2]


async def main():
    try:
        datos = pedir()
        print(datos[0])
    except TypeError as e:
        print(e)
    datos.close()
    try:
        asyncio.sleep(1) + 1
    except TypeError as e:
        print(e)
    try:
        asyncio.gather(pedir(), otra=1)
    except TypeError as e:
        print(e)
    try:
        asyncio.create_task(pedir)
    except TypeError as e:
        print(str(e)[:26])
    try:
        asyncio.create_task(5)
    except TypeError as e:
        print(e)
    try:
        asyncio.dormir(1)
    except AttributeError as e:
        print(e)
    try:
        asyncio.sleep()
    except TypeError as e:
        print(e)


asyncio.run(main())
