import asyncio


async def main():
    for n in (1, 0):
        await asyncio.sleep(1)
        print(10 // n)


try:
    asyncio.run(main())
except ZeroDivisionError as e:
    print("capturada fuera:", e)
print("sigue el programa")
asyncio.run(main())
