import asyncio


async def f():
    await asyncio.sleep(1)


c = f()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
try:
    c.send(None)
except RuntimeError as e:
    print(e)


async def simple():
    return 5


d = simple()
try:
    d.send(None)
except StopIteration as e:
    print("valor", e.value)
e = simple()
e.close()
try:
    e.send(None)
except RuntimeError as x:
    print(x)
g = simple()
try:
    g.throw(ValueError("antes de empezar"))
except ValueError as x:
    print(x)
