# Patrones de un servicio: limitador, cortacircuitos, etapas, suscripciones.
import asyncio, random
# productor-consumidor, pipeline, rate limiter, circuit breaker
random.seed(3)
class Limitador:
    def __init__(self, n, periodo): self.n, self.periodo = n, periodo; self.marcas = []; self.lock = asyncio.Lock()
    async def __aenter__(self):
        async with self.lock:
            loop = asyncio.get_running_loop()
            while len(self.marcas) >= self.n:
                espera = self.marcas[0] + self.periodo - loop.time()
                if espera > 0: await asyncio.sleep(espera)
                self.marcas = [m for m in self.marcas if m + self.periodo > loop.time()]
            self.marcas.append(loop.time())
    async def __aexit__(self, *_): pass
async def descarga(lim, n):
    async with lim:
        t = asyncio.get_running_loop().time()
        await asyncio.sleep(random.uniform(.05, .2))
        return n, round(t - T0, 2)
class Abierto(Exception): pass
class Cortacircuitos:
    def __init__(self, max_fallos=2, pausa=1): self.f, self.max, self.pausa, self.hasta = 0, max_fallos, pausa, 0
    def __call__(self, fn):
        async def env(*a):
            ahora = asyncio.get_running_loop().time()
            if self.hasta > ahora: raise Abierto(f"{self.hasta - ahora:.2f}")
            try: r = await fn(*a)
            except Exception:
                self.f += 1
                if self.f >= self.max: self.hasta = ahora + self.pausa; self.f = 0
                raise
            self.f = 0; return r
        return env
@Cortacircuitos()
async def servicio(n):
    await asyncio.sleep(.1)
    if n % 3: raise ConnectionError(n)
    return n
async def etapa(ent, sal, f):
    while (x := await ent.get()) is not None: await sal.put(await f(x))
    await sal.put(None)
async def doble(x): await asyncio.sleep(.05); return x * 2
async def cuenta_regresiva(n):
    for i in range(n, 0, -1): yield i; await asyncio.sleep(.1)
class Suscripcion:
    def __init__(self, bus): self.q = asyncio.Queue(); self.bus = bus
    def __aiter__(self): return self
    async def __anext__(self):
        m = await self.q.get()
        if m is None: raise StopAsyncIteration
        return m
class Bus:
    def __init__(self): self.s = set()
    def suscribe(self): x = Suscripcion(self); self.s.add(x); return x
    async def publica(self, m):
        await asyncio.gather(*(x.q.put(m) for x in self.s))
async def oye(n, s): return [f"{n}{m}" async for m in s]
async def main():
    global T0; T0 = asyncio.get_running_loop().time()
    lim = Limitador(3, .5)
    print(sorted(await asyncio.gather(*(descarga(lim, i) for i in range(7)))))
    for i in range(1, 7):
        try: print(await servicio(i))
        except (ConnectionError, Abierto) as e: print(type(e).__name__, e)
        await asyncio.sleep(.3)
    a, b, c = (asyncio.Queue(2) for _ in range(3))
    async with asyncio.TaskGroup() as g:
        g.create_task(etapa(a, b, doble)); g.create_task(etapa(b, c, doble))
        async def llena():
            async for x in cuenta_regresiva(4): await a.put(x)
            await a.put(None)
        g.create_task(llena())
        sale = []
        while (x := await c.get()) is not None: sale.append(x)
    print(sale)
    bus = Bus(); ts = [asyncio.create_task(oye(n, bus.suscribe())) for n in "ab"]
    for m in (1, 2, None): await bus.publica(m)
    print(await asyncio.gather(*ts))
    sem = asyncio.Semaphore(2); activos = pico = 0
    async def usa(i):
        nonlocal activos, pico
        async with sem:
            activos += 1; pico = max(pico, activos); await asyncio.sleep(.1); activos -= 1
    await asyncio.gather(*map(usa, range(5))); print(pico)
    primero, *_ = await asyncio.wait({asyncio.create_task(asyncio.sleep(d, d), name=str(d)) for d in (.3, .1)}, return_when=asyncio.FIRST_COMPLETED)
    print({t.result() for t in primero})
    async def latido():
        n = 0
        try:
            while True: n += 1; await asyncio.sleep(.1)
        finally: print("latidos", n)
    t = asyncio.create_task(latido()); await asyncio.sleep(.35); t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    asyncio.create_task(asyncio.sleep(10), name="huérfana")
    print("fin")
asyncio.run(main(), debug=False)
