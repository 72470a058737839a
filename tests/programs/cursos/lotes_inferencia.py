"""Peticiones sueltas que un modelo contesta por lotes: cola, futuros y plazos."""
import asyncio
import math
import statistics
import time
from dataclasses import dataclass, field


@dataclass
class Peticion:
    texto: str
    futuro: asyncio.Future = field(repr=False)
    llegada: float = field(default_factory=time.perf_counter, repr=False)


class Modelo:
    """Tarda casi lo mismo con uno que con ocho."""

    base, extra = 0.2, 0.01

    def __init__(self):
        self.tamanos = []

    async def predecir(self, textos):
        self.tamanos.append(len(textos))
        await asyncio.sleep(self.base + self.extra * len(textos))
        if any("veneno" in texto for texto in textos):
            raise RuntimeError(f"lote de {len(textos)} envenenado")
        return [{"texto": t, "clase": "ABC"[len(t) % 3], "p": round(1 / (1 + math.exp(-len(t) / 4)), 3)} for t in textos]


class Servidor:
    def __init__(self, modelo, maximo=4, espera=0.05):
        self.modelo = modelo
        self.maximo = maximo
        self.espera = espera
        self.cola: asyncio.Queue[Peticion | None] = asyncio.Queue(maxsize=100)
        self.latencias = []

    async def __aenter__(self):
        self.bucle = asyncio.create_task(self.atender(), name="lotes")
        return self

    async def __aexit__(self, *detalles):
        await self.cola.put(None)
        await self.bucle

    async def reunir(self):
        primera = await self.cola.get()
        if primera is None:
            return None
        lote = [primera]
        limite = asyncio.get_running_loop().time() + self.espera
        while len(lote) < self.maximo:
            try:
                async with asyncio.timeout_at(limite):
                    otra = await self.cola.get()
            except TimeoutError:
                break
            if otra is None:
                self.cola.put_nowait(None)
                break
            lote.append(otra)
        return lote

    async def atender(self):
        while (lote := await self.reunir()) is not None:
            vivas = [p for p in lote if not p.futuro.done()]
            if not vivas:
                continue
            try:
                respuestas = await self.modelo.predecir([p.texto for p in vivas])
            except RuntimeError as error:
                for peticion in vivas:
                    if not peticion.futuro.done():
                        peticion.futuro.set_exception(error)
                continue
            for peticion, respuesta in zip(vivas, respuestas, strict=True):
                if not peticion.futuro.done():
                    peticion.futuro.set_result(respuesta)
                    self.latencias.append(time.perf_counter() - peticion.llegada)

    async def pedir(self, texto, plazo=1.0):
        peticion = Peticion(texto, asyncio.get_running_loop().create_future())
        await self.cola.put(peticion)
        return await asyncio.wait_for(peticion.futuro, plazo)


async def cliente(servidor, numero):
    await asyncio.sleep(numero * 0.03)
    return await servidor.pedir("palabra " * numero)


async def main():
    modelo = Modelo()
    async with Servidor(modelo) as servidor:
        respuestas = await asyncio.gather(*(cliente(servidor, n) for n in range(10)))
        print(*respuestas[:3], sep="\n")
        print("lotes", modelo.tamanos)
        print(f"mediana {statistics.median(servidor.latencias):.3f} máxima {max(servidor.latencias):.3f}")

        finales = await asyncio.gather(
            servidor.pedir("bien"), servidor.pedir("veneno"), servidor.pedir("con prisa", plazo=0.1),
            return_exceptions=True,
        )
        print([f if isinstance(f, dict) else f"{type(f).__name__}({f})" for f in finales])
        print(await servidor.pedir("otra vez en pie"))
    print("cerrado", servidor.bucle.done(), servidor.cola.empty(), modelo.tamanos)


asyncio.run(main())
