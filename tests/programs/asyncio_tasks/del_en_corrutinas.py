import asyncio
class Conexion:
    def __init__(self, n): self.n = n; print("abre", n)
    def __del__(self): print("cierra", self.n)
async def usa():
    c = Conexion("local")
    await asyncio.sleep(0.1)
    return 1
async def main():
    print(await usa())
    print("fin main")
    def g():
        c = Conexion("gen")
        yield 1
        yield 2
    for _ in g():
        break
    print("tras for")
    a = Conexion("a")
    a = Conexion("b")
    print("tras a")
    l = [Conexion(1), Conexion(2)]
    l.pop()
    print("pop")
    d = {"x": Conexion("x")}
    del d["x"]
    print("del d")
    try:
        e = Conexion("exc")
        raise ValueError(e)
    except ValueError:
        del e
        print("en except")
    print("tras except")
asyncio.run(main())
print("último")
