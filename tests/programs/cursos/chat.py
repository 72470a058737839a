import asyncio
import itertools
from typing import Callable

class EventBus:
    def __init__(self):
        self._subs: dict[str, list[Callable]] = {}
    def on(self, evento: str):
        def registrar(fn):
            self._subs.setdefault(evento, []).append(fn)
            return fn
        return registrar
    async def emitir(self, evento, *args, **kwargs):
        rs = []
        for fn in self._subs.get(evento, ()):
            r = fn(*args, **kwargs)
            if asyncio.iscoroutine(r):
                r = await r
            rs.append(r)
        return rs

bus = EventBus()

@bus.on("mensaje")
async def guardar(quien, texto):
    await asyncio.sleep(0.05)
    return len(texto)

@bus.on("mensaje")
def mostrar(quien, texto):
    print(f"{quien:>6}: {texto}")

class Sala:
    _ids = itertools.count(1)
    def __init__(self, nombre):
        self.id = next(self._ids)
        self.nombre = nombre
        self.gente: set["Usuario"] = set()
    async def difundir(self, de, texto):
        await asyncio.gather(*(u.buzon.put((de.nombre, texto)) for u in sorted(self.gente, key=lambda u: u.nombre) if u is not de))
    def __contains__(self, u): return u in self.gente
    def __len__(self): return len(self.gente)
    def __enter__(self): return self
    def __exit__(self, *exc): self.gente.clear()

class Usuario:
    __slots__ = ("nombre", "buzon")
    def __init__(self, nombre):
        self.nombre = nombre
        self.buzon = asyncio.Queue()
    async def escuchar(self):
        while True:
            de, texto = await self.buzon.get()
            if texto == "/salir":
                return f"{self.nombre} se va"
            print(self.nombre, "<-", de, texto, await bus.emitir("mensaje", de, texto))

async def main():
    with Sala("general") as sala:
        us = [Usuario(n) for n in ("ana", "luis", "eva")]
        sala.gente |= {*us}
        print(len(sala), us[0] in sala, sala.id, Sala("otra").id)
        oyentes = [asyncio.create_task(u.escuchar()) for u in us]
        await sala.difundir(us[0], "¡hola!")
        await asyncio.sleep(0.2)
        await sala.difundir(us[1], "/salir")
        us[1].buzon.put_nowait(("sistema", "/salir"))
        print(*await asyncio.gather(*oyentes), sep="\n")
        try:
            us[0].edad = 3
        except AttributeError as e:
            print(e)
    print(len(sala))
asyncio.run(main(), debug=False)
