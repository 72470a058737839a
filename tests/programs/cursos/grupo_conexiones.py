"""Un grupo de conexiones: prestar, devolver, renovar las viejas y cerrar."""
import asyncio
from collections import deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from types import TracebackType
from typing import ClassVar, Self


class GrupoCerrado(RuntimeError):
    pass


@dataclass(eq=False)
class Conexion:
    numeros: ClassVar[count] = count(1)
    numero: int = field(default_factory=lambda: next(Conexion.numeros))
    usos: int = 0
    rota: bool = False

    async def abrir(self) -> Self:
        await asyncio.sleep(0.2)
        return self

    async def ejecutar(self, consulta: str) -> list[tuple[int, str]]:
        if self.rota:
            raise ConnectionResetError(f"conexión {self.numero} rota")
        self.usos += 1
        await asyncio.sleep(0.1)
        if consulta.startswith("DROP"):
            self.rota = True
            raise PermissionError(consulta)
        return [(i, palabra) for i, palabra in enumerate(consulta.split(), start=1)]

    async def cerrar(self) -> None:
        await asyncio.sleep(0.05)


class Grupo:
    def __init__(self, minimo: int = 1, maximo: int = 3, usos: int = 4):
        if not 0 <= minimo <= maximo:
            raise ValueError(f"{minimo=} y {maximo=} no van juntos")
        self.minimo, self.maximo, self.usos = minimo, maximo, usos
        self._libres: deque[Conexion] = deque()
        self._abiertas = 0
        self._cambio = asyncio.Condition()
        self._cerrado = False
        self.en_espera = 0

    async def __aenter__(self) -> Self:
        self._libres.extend(await asyncio.gather(*(Conexion().abrir() for _ in range(self.minimo))))
        self._abiertas = len(self._libres)
        return self

    async def __aexit__(self, tipo: type[BaseException] | None, error: BaseException | None, traza: TracebackType | None):
        async with self._cambio:
            self._cerrado = True
            self._cambio.notify_all()
            await self._cambio.wait_for(lambda: len(self._libres) == self._abiertas)
        await asyncio.gather(*(c.cerrar() for c in self._libres))
        print("grupo cerrado:", self._abiertas, "conexiones")

    @asynccontextmanager
    async def prestar(self):
        conexion = await self._tomar()
        try:
            yield conexion
        finally:
            await self._devolver(conexion)

    async def _tomar(self):
        async with self._cambio:
            self.en_espera += 1
            await self._cambio.wait_for(
                lambda: self._cerrado or self._libres or self._abiertas < self.maximo
            )
            self.en_espera -= 1
            if self._cerrado:
                raise GrupoCerrado("el grupo ya no presta")
            if self._libres:
                return self._libres.popleft()
            self._abiertas += 1
        return await Conexion().abrir()

    async def _devolver(self, conexion):
        if conexion.rota or conexion.usos >= self.usos:
            await conexion.cerrar()
            conexion = None
        async with self._cambio:
            if conexion is None:
                self._abiertas -= 1
            else:
                self._libres.append(conexion)
            self._cambio.notify()


async def cliente(grupo, nombre, consulta):
    reloj = asyncio.get_running_loop().time
    inicio = reloj()
    try:
        async with grupo.prestar() as conexion:
            filas = await conexion.ejecutar(consulta)
    except (PermissionError, GrupoCerrado) as error:
        return f"{nombre}: {type(error).__name__}: {error}"
    return f"{nombre}: {len(filas)} filas por la {conexion.numero}, {reloj() - inicio:.2f} s"


async def main():
    async with Grupo(minimo=1, maximo=2, usos=3) as grupo:
        consultas = ["SELECT uno", "DROP TABLE alumnos", "SELECT a b c", "SELECT x", "SELECT y z"]
        for linea in await asyncio.gather(*(cliente(grupo, f"c{i}", q) for i, q in enumerate(consultas))):
            print(linea)
        tardon = asyncio.create_task(cliente(grupo, "tardón", "SELECT t"))
        await asyncio.sleep(0)
    print(await tardon)
    print(await cliente(grupo, "nadie", "SELECT 1"))
    try:
        Grupo(5, 2)
    except ValueError as error:
        print(error)


asyncio.run(main())
