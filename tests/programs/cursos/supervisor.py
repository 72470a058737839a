"""Actores y su supervisor: buzones, fallos, reinicios y apagado en orden."""
import asyncio
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, final

quien: ContextVar[str] = ContextVar("quien", default="nadie")


def decir(*partes):
    print(f"{asyncio.get_running_loop().time() % 1000:6.2f} {quien.get():<10}", *partes)


@dataclass(frozen=True, slots=True)
class Sobre:
    orden: str
    datos: Any = None
    respuesta: asyncio.Future | None = None


class Actor(ABC):
    creados = 0

    def __init_subclass__(cls, /, reinicios: int = 1, **opciones):
        super().__init_subclass__(**opciones)
        cls.reinicios = reinicios

    def __init__(self, nombre: str):
        type(self).creados += 1
        self.nombre = nombre
        self.buzon: asyncio.Queue[Sobre] = asyncio.Queue()

    @abstractmethod
    async def recibir(self, sobre: Sobre) -> Any: ...

    def al_empezar(self):
        decir("empieza")

    @final
    async def vivir(self):
        quien.set(self.nombre)
        self.al_empezar()
        while (sobre := await self.buzon.get()).orden != "parar":
            try:
                resultado = await self.recibir(sobre)
            except Exception as error:
                if sobre.respuesta:
                    sobre.respuesta.set_exception(error)
                raise
            if sobre.respuesta:
                sobre.respuesta.set_result(resultado)
        decir("para")

    async def pedir(self, orden, datos=None):
        futuro = asyncio.get_running_loop().create_future()
        await self.buzon.put(Sobre(orden, datos, futuro))
        return await futuro


class Contador(Actor, reinicios=2):
    def al_empezar(self):
        super().al_empezar()
        self.cuenta = 0

    async def recibir(self, sobre):
        await asyncio.sleep(0.1)
        match sobre:
            case Sobre("sumar", int(n)):
                self.cuenta += n
                return self.cuenta
            case Sobre("sumar", otro):
                raise TypeError(f"no se puede sumar {otro!r}")
            case Sobre(orden=orden):
                raise LookupError(orden)


class Eco(Actor):
    async def recibir(self, sobre):
        return f"{quien.get()} oye {sobre.datos}"


class Supervisor:
    def __init__(self, *actores: Actor):
        self.actores = actores

    async def cuidar(self, actor: Actor):
        for vida in range(actor.reinicios + 1):
            try:
                return await asyncio.create_task(actor.vivir(), name=actor.nombre)
            except Exception as error:
                ultima = traceback.format_exception_only(error)[-1].strip()
                decir(f"{actor.nombre} cayó ({vida + 1}): {ultima}")
        raise RuntimeError(f"{actor.nombre} ya no tiene remedio")

    async def __aenter__(self):
        self.grupo = await asyncio.TaskGroup().__aenter__()
        for actor in self.actores:
            self.grupo.create_task(self.cuidar(actor))
        return self

    async def __aexit__(self, *detalles):
        for actor in self.actores:
            await actor.buzon.put(Sobre("parar"))
        return await self.grupo.__aexit__(*detalles)


async def probar(accion: Callable[[], Coroutine]):
    try:
        decir("->", await accion())
    except Exception as error:
        decir("!!", type(error).__name__, error)


async def main():
    quien.set("main")
    contador, eco = Contador("contador"), Eco("eco")
    async with Supervisor(contador, eco):
        await probar(lambda: contador.pedir("sumar", 5))
        await probar(lambda: eco.pedir("di", "hola"))
        await probar(lambda: contador.pedir("sumar", "dos"))
        await probar(lambda: contador.pedir("sumar", 7))
    decir(Contador.creados, Eco.creados, Contador.reinicios)
    perdido = Contador("perdido")
    try:
        async with Supervisor(perdido):
            await asyncio.gather(*(perdido.pedir("bailar") for _ in range(3)), return_exceptions=True)
            await asyncio.sleep(1)
            decir("nunca se llega")
    except* RuntimeError as grupo:
        decir(grupo.exceptions)
    try:
        Actor("abstracto")
    except TypeError as error:
        decir(error)


asyncio.run(main())
