"""Un rastreador de páginas: las páginas son datos, la red es `asyncio.sleep`."""
import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field

SITIO = {
    "/": (0.20, ["/blog", "/tienda", "/rota"]),
    "/blog": (0.50, ["/blog/1", "/blog/2", "/"]),
    "/blog/1": (0.30, ["/blog/2"]),
    "/blog/2": (0.30, ["/tienda", "/lenta"]),
    "/tienda": (0.40, ["/tienda/a", "/tienda/b"]),
    "/tienda/a": (0.10, []),
    "/tienda/b": (0.10, ["/"]),
    "/lenta": (9.00, []),
}


class PaginaPerdida(Exception):
    def __init__(self, ruta, codigo):
        super().__init__(f"{codigo} en {ruta}")
        self.ruta = ruta
        self.codigo = codigo


@dataclass(slots=True)
class Pagina:
    ruta: str
    enlaces: list[str] = field(repr=False)
    segundos: float


async def descargar(ruta: str, semaforo: asyncio.Semaphore) -> Pagina:
    async with semaforo:
        inicio = time.perf_counter()
        try:
            espera, enlaces = SITIO[ruta]
        except KeyError:
            await asyncio.sleep(0.05)
            raise PaginaPerdida(ruta, 404) from None
        await asyncio.sleep(espera)
        return Pagina(ruta, enlaces, round(time.perf_counter() - inicio, 2))


class Rastreador:
    def __init__(self, obreros=3, limite=2, plazo=1.0):
        self.cola: asyncio.Queue[str] = asyncio.Queue()
        self.vistas: set[str] = set()
        self.paginas: list[Pagina] = []
        self.fallos: Counter[str] = Counter()
        self.obreros = obreros
        self.semaforo = asyncio.Semaphore(limite)
        self.plazo = plazo

    def apuntar(self, *rutas):
        for ruta in rutas:
            if ruta not in self.vistas:
                self.vistas.add(ruta)
                self.cola.put_nowait(ruta)

    async def obrero(self, nombre):
        while True:
            ruta = await self.cola.get()
            try:
                pagina = await asyncio.wait_for(descargar(ruta, self.semaforo), self.plazo)
            except PaginaPerdida as error:
                self.fallos["perdida"] += 1
                print(f"[{nombre}] {error}")
            except asyncio.TimeoutError:
                self.fallos["plazo"] += 1
                print(f"[{nombre}] {ruta}: más de {self.plazo:g} s")
            else:
                self.paginas.append(pagina)
                print(f"[{nombre}] {pagina} -> {len(pagina.enlaces)} enlaces")
                self.apuntar(*pagina.enlaces)
            finally:
                self.cola.task_done()

    async def rastrear(self, raiz):
        self.apuntar(raiz)
        obreros = [asyncio.create_task(self.obrero(f"o{n}")) for n in range(1, self.obreros + 1)]
        await self.cola.join()
        for tarea in obreros:
            tarea.cancel()
        await asyncio.gather(*obreros, return_exceptions=True)
        return sorted(self.paginas, key=lambda p: (-p.segundos, p.ruta))


async def main():
    inicio = time.perf_counter()
    rastreador = Rastreador()
    for pagina in (await rastreador.rastrear("/"))[:3]:
        print(f"{pagina.ruta:<10}{pagina.segundos:>6.2f} s")
    print(dict(rastreador.fallos), len(rastreador.vistas), f"{time.perf_counter() - inicio:.2f} s")


if __name__ == "__main__":
    asyncio.run(main())
