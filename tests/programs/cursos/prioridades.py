"""Un planificador de trabajos: prioridades, dependencias y orden topológico."""
import asyncio
import heapq
import operator
from collections import ChainMap, Counter
from dataclasses import dataclass, field
from functools import total_ordering
from itertools import groupby
from textwrap import dedent

GUION = dedent("""\
    # nombre   prioridad  segundos  depende de
    compilar   2          3.0       bajar
    bajar      1          1.0
    probar     2          2.0       compilar
    estilo     5          0.5       bajar
    empaquetar 1          1.0       probar, estilo
    noticias   9          0.5
    avisar     3          0.1       empaquetar
    """)
PREFERENCIAS = ChainMap({"obreros": 2}, {"obreros": 1, "titulo": "sin título", "marca": "·"})


@total_ordering
@dataclass(eq=False)
class Trabajo:
    nombre: str
    prioridad: int
    segundos: float
    antes: frozenset[str] = frozenset()
    _orden: int = field(default=0, repr=False)

    def __eq__(self, otro):
        return isinstance(otro, Trabajo) and self._clave() == otro._clave()

    def __lt__(self, otro):
        if not isinstance(otro, Trabajo):
            return NotImplemented
        return self._clave() < otro._clave()

    def _clave(self):
        return self.prioridad, self._orden


def leer(texto):
    trabajos = {}
    for orden, linea in enumerate(texto.splitlines()):
        if linea.startswith("#"):
            continue
        nombre, prioridad, segundos, *resto = linea.split(maxsplit=3)
        antes = frozenset(parte.strip() for parte in "".join(resto).split(",") if parte)
        trabajos[nombre] = Trabajo(nombre, int(prioridad), float(segundos), antes, orden)
    return trabajos


def capas(trabajos):
    hechos, niveles = set(), []
    while len(hechos) < len(trabajos):
        listos = {n for n, t in trabajos.items() if n not in hechos and t.antes <= hechos}
        if not listos:
            raise ValueError(f"ciclo entre {sorted(trabajos.keys() - hechos)}")
        niveles.append(sorted(listos))
        hechos |= listos
    return niveles


class Planificador:
    def __init__(self, trabajos):
        self.trabajos = trabajos
        self.cola = asyncio.PriorityQueue()
        self.faltan = {nombre: set(t.antes) for nombre, t in trabajos.items()}
        self.diario = []
        for trabajo in trabajos.values():
            if not trabajo.antes:
                self.cola.put_nowait(trabajo)

    async def obrero(self, nombre, reloj):
        while True:
            trabajo = await self.cola.get()
            desde = reloj()
            await asyncio.sleep(trabajo.segundos)
            self.diario.append((nombre, trabajo.nombre, desde, reloj()))
            for otro, pendientes in self.faltan.items():
                if trabajo.nombre in pendientes:
                    pendientes.remove(trabajo.nombre)
                    if not pendientes:
                        self.cola.put_nowait(self.trabajos[otro])
            self.cola.task_done()

    async def correr(self, obreros):
        bucle = asyncio.get_running_loop()
        inicio = bucle.time()
        equipo = [
            asyncio.create_task(self.obrero(f"obrero {n}", lambda: bucle.time() - inicio))
            for n in range(1, obreros + 1)
        ]
        await self.cola.join()
        for tarea in equipo:
            tarea.cancel()
        return bucle.time() - inicio


async def main():
    trabajos = leer(GUION)
    print(capas(trabajos), PREFERENCIAS["obreros"], PREFERENCIAS["titulo"], sep="\n")
    print([t.nombre for t in heapq.nsmallest(3, trabajos.values())], max(trabajos.values()).nombre)
    plan = Planificador(trabajos)
    total = await plan.correr(PREFERENCIAS["obreros"])
    plan.diario.sort(key=operator.itemgetter(0, 2))
    for obrero, tramos in groupby(plan.diario, key=operator.itemgetter(0)):
        print(obrero)
        for _, nombre, desde, hasta in tramos:
            print(f"  {' ' * round(desde * 4)}{PREFERENCIAS['marca'] * round((hasta - desde) * 4)} {nombre}")
    print(f"{total:.1f} s en vez de {sum(t.segundos for t in trabajos.values()):.1f}")
    print(Counter(len(t.antes) for t in trabajos.values()).most_common())
    trabajos["bajar"].antes = frozenset({"avisar"})
    try:
        capas(trabajos)
    except ValueError as error:
        print(error)
    try:
        trabajos["bajar"] < 5
    except TypeError as error:
        print(error)


asyncio.run(main())
