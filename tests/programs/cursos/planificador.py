import asyncio
import heapq
import time
from bisect import insort, bisect_left
from collections import deque

class Planificador:
    """Un bucle de eventos de juguete con generadores."""
    def __init__(self):
        self.listas = deque()
        self.durmientes = []
        self.n = 0
        self.reloj = 0.0
    def nueva(self, gen):
        self.listas.append(gen)
    def correr(self):
        while self.listas or self.durmientes:
            if not self.listas:
                self.reloj, _, gen = heapq.heappop(self.durmientes)
                self.listas.append(gen)
            gen = self.listas.popleft()
            try:
                orden = gen.send(None)
            except StopIteration as fin:
                print(f"[{self.reloj:.1f}] fin -> {fin.value}")
                continue
            if orden is None:
                self.listas.append(gen)
            else:
                self.n += 1
                heapq.heappush(self.durmientes, (self.reloj + orden, self.n, gen))

def tarea(nombre, pasos):
    total = 0
    for p in range(pasos):
        total += (yield from dormir(0.5 * (p + 1))) or 0
        print(nombre, p)
    return nombre, total

def dormir(s):
    yield s
    return s

p = Planificador()
p.nueva(tarea("A", 2))
p.nueva(tarea("B", 3))
p.correr()

class Awaitable:
    def __init__(self, v): self.v = v
    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return self.v

async def main():
    print(await Awaitable(5), await asyncio.gather(Awaitable(1).__await__() if False else envolver(Awaitable(2))))
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_later(0.2, fut.set_result, "listo")
    loop.call_soon(print, "pronto")
    h = loop.call_later(0.1, print, "nunca")
    h.cancel()
    print(await fut, fut.done(), h.cancelled())
    xs = []
    for x in (3, 1, 2): insort(xs, x)
    print(xs, bisect_left(xs, 2), heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, "hola"), list(heapq.merge([1, 4], [2, 3])))
    d = deque([1, 2, 3], maxlen=3)
    d.append(4); d.appendleft(0); d.rotate(1)
    print(d, d[0], len(d), 2 in d, list(reversed(d)), d.index(2), d.count(0), d == deque([2, 0, 2]))
    d.extendleft("ab"); d.remove("a")
    print(d, d.pop(), d.popleft(), deque().maxlen)
    try:
        deque().pop()
    except IndexError as e:
        print(e)

async def envolver(a): return await a
asyncio.run(main())
