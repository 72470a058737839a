class R:
    def __init__(self, n): self.n=n; print("crea", n)
    def __del__(self): print("borra", self.n)
def f():
    r = R("local")
    print("en f")
f()
a = R("a")
a = R("b")
del a
l = [R(1), R(2)]
l.pop(0); l.pop()
print("fin de lista")
x = R("x"); y = x
del x
print("queda y")
y = None
class S(R): pass
s = S("hija")
def g():
    try:
        r = R("en try")
        raise ValueError("v")
    except ValueError as e:
        print("captura")
g()
import asyncio
async def t():
    r = R("tarea")
    await asyncio.sleep(1)
    print("tarea acaba")
asyncio.run(t())
z = R("al final")
print("último")
