"""Una API por páginas, leída con un iterador asíncrono y con un generador."""
import asyncio
import itertools
import json
from contextlib import aclosing
from typing import Any, AsyncIterator, NamedTuple

TOTAL = 23


class Respuesta(NamedTuple):
    estado: int
    cuerpo: str

    def json(self) -> dict[str, Any]:
        return json.loads(self.cuerpo)


class ClienteFalso:
    """Hace de servidor: cada tercera petición falla una vez."""

    def __init__(self):
        self.peticiones = itertools.count(1)
        self.abierto = False

    async def __aenter__(self):
        await asyncio.sleep(0.01)
        self.abierto = True
        return self

    async def __aexit__(self, tipo, error, traza):
        self.abierto = False
        print("cliente cerrado", tipo.__name__ if tipo else "sin error")

    async def get(self, ruta: str, *, params: dict[str, int]) -> Respuesta:
        assert self.abierto, "el cliente está cerrado"
        numero = next(self.peticiones)
        await asyncio.sleep(0.1)
        if numero % 3 == 0:
            return Respuesta(503, "{}")
        desde = (params["pagina"] - 1) * params["tam"]
        hasta = min(desde + params["tam"], TOTAL)
        datos = {
            "ruta": ruta,
            "datos": [{"id": i, "nombre": f"usuario-{i:02}"} for i in range(desde, hasta)],
            "siguiente": params["pagina"] + 1 if hasta < TOTAL else None,
        }
        return Respuesta(200, json.dumps(datos))


class Usuarios:
    """Iterador asíncrono: pide la página siguiente solo cuando hace falta."""

    def __init__(self, cliente: ClienteFalso, tam: int = 5):
        self.cliente = cliente
        self.tam = tam
        self.pagina: int | None = 1
        self.pendientes: list[dict] = []

    def __aiter__(self):
        return self

    async def __anext__(self) -> dict:
        if not self.pendientes:
            if self.pagina is None:
                raise StopAsyncIteration
            respuesta = await pedir(self.cliente, "/usuarios", pagina=self.pagina, tam=self.tam)
            self.pendientes = respuesta["datos"][::-1]
            self.pagina = respuesta["siguiente"]
        return self.pendientes.pop()


async def pedir(cliente, ruta, intentos=3, **params):
    for intento in range(1, intentos + 1):
        match await cliente.get(ruta, params=params):
            case Respuesta(estado=200) as buena:
                return buena.json()
            case Respuesta(503, _) if intento < intentos:
                print(f"  503, intento {intento}: espero {intento * 0.2:.1f} s")
                await asyncio.sleep(intento * 0.2)
            case Respuesta(estado, _):
                raise RuntimeError(f"la API contestó {estado}")


async def paginas(cliente, tam) -> AsyncIterator[list[dict]]:
    pagina = 1
    try:
        while pagina is not None:
            respuesta = await pedir(cliente, "/usuarios", pagina=pagina, tam=tam)
            yield respuesta["datos"]
            pagina = respuesta["siguiente"]
    finally:
        print("  fin de la lectura por páginas")


async def main():
    reloj = asyncio.get_running_loop().time
    async with ClienteFalso() as cliente:
        nombres = [u["nombre"] async for u in Usuarios(cliente) if u["id"] % 4 == 0]
        print(nombres)
        async with aclosing(paginas(cliente, 10)) as lectura:
            async for lote in lectura:
                print(f"lote de {len(lote)}: {lote[0]['id']}..{lote[-1]['id']}")
                if lote[-1]["id"] > 15:
                    break
    inicio = reloj()
    try:
        async with ClienteFalso() as otro:
            raise_en = {n async for n in contar(otro)}
            print(raise_en)
    except RuntimeError as error:
        print("fuera:", error, f"{reloj() - inicio:.2f}")


async def contar(cliente):
    next(cliente.peticiones), next(cliente.peticiones)
    await pedir(cliente, "/usuarios", intentos=1, pagina=1, tam=1)
    yield 1


asyncio.run(main())
