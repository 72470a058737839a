import asyncio


async def f():
    return 1


c = f()
print(type(c).__name__, type(f).__name__, callable(c), asyncio.iscoroutine(c), asyncio.iscoroutinefunction(f), f.__name__)
print(asyncio.run(c))
print(asyncio.CancelledError.__name__, issubclass(asyncio.CancelledError, Exception), asyncio.TimeoutError is TimeoutError)
try:
    c + 1
except TypeError as e:
    print(e)
try:
    for x in f():
        pass
except TypeError as e:
    print(e)
try:
    len(c)
except TypeError as e:
    print(e)
