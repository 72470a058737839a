import asyncio
from functools import wraps
from typing import Any, Dict, Tuple

def cache_async(ttl: float):
    def deco(fn):
        datos: Dict[Tuple, Tuple[float, Any]] = {}
        cerrojos: Dict[Tuple, asyncio.Lock] = {}
        @wraps(fn)
        async def w(*args, **kw):
            clave = args + tuple(sorted(kw.items()))
            lock = cerrojos.setdefault(clave, asyncio.Lock())
            async with lock:
                ahora = asyncio.get_event_loop().time()
                if clave in datos and ahora - datos[clave][0] < ttl:
                    w.aciertos += 1
                    return datos[clave][1]
                w.fallos += 1
                valor = await fn(*args, **kw)
                datos[clave] = (asyncio.get_event_loop().time(), valor)
                return valor
        w.aciertos = w.fallos = 0
        w.limpiar = datos.clear
        return w
    return deco

@cache_async(ttl=1.0)
async def consulta(tabla: str, *, limite: int = 10) -> list:
    print(f"  SELECT * FROM {tabla} LIMIT {limite}")
    await asyncio.sleep(0.2)
    return [f"{tabla}{i}" for i in range(min(limite, 3))]

class Cuenta:
    def __init__(self, saldo=0):
        self.saldo = saldo
        self._cond = asyncio.Condition()
    async def ingresar(self, n):
        async with self._cond:
            self.saldo += n
            self._cond.notify_all()
    async def retirar(self, n):
        async with self._cond:
            await self._cond.wait_for(lambda: self.saldo >= n)
            self.saldo -= n
            return self.saldo

async def main():
    a = await asyncio.gather(*[consulta("u", limite=2) for _ in range(3)], consulta("v"))
    print(a, consulta.aciertos, consulta.fallos)
    await asyncio.sleep(1.1)
    await consulta("u", limite=2)
    print(consulta.aciertos, consulta.fallos, consulta.__wrapped__.__name__)
    c = Cuenta(10)
    t = asyncio.create_task(c.retirar(50))
    for n in (20, 5, 30):
        await asyncio.sleep(.1)
        await c.ingresar(n)
        print(c.saldo, t.done())
    print(await t)
    ev = asyncio.Event()
    async def esperar(i):
        await ev.wait()
        print("pasa", i)
    ts = [asyncio.create_task(esperar(i)) for i in range(3)]
    await asyncio.sleep(0)
    ev.set()
    await asyncio.gather(*ts)
    b = asyncio.Barrier(2)
    async def cruza(n):
        async with b as pos:
            print(n, pos >= 0)
    await asyncio.gather(cruza("x"), cruza("y"))
asyncio.run(main())
