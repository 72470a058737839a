import asyncio
import time


async def f(x):
    await asyncio.sleep(x)
    print(asyncio.current_task().get_name(), time.perf_counter())
    return x


print(asyncio.run(f(1)), asyncio.run(f(2)))
time.sleep(0.5)
print(asyncio.run(f(0)), time.perf_counter())


async def anida():
    c = f(1)
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
        c.close()


asyncio.run(anida())
for malo in (f, 5, None, "x"):
    try:
        asyncio.run(malo)
    except ValueError as e:
        print(str(e)[:32])
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
try:
    asyncio.create_task(asyncio.sleep(0))
except RuntimeError as e:
    print(e)
