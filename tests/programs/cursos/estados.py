from __future__ import annotations
import asyncio
import enum
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple, Union


class Estado(enum.Enum):
    INACTIVO = enum.auto()
    CONECTANDO = enum.auto()
    ACTIVO = enum.auto()
    CERRADO = enum.auto()

    @property
    def final(self) -> bool:
        return self is Estado.CERRADO

    def puede_ir_a(self, otro: Estado) -> bool:
        return otro in TRANSICIONES.get(self, set())


TRANSICIONES = {
    Estado.INACTIVO: {Estado.CONECTANDO},
    Estado.CONECTANDO: {Estado.ACTIVO, Estado.CERRADO},
    Estado.ACTIVO: {Estado.CERRADO},
}


class Permiso(enum.Flag):
    LEER = 1
    ESCRIBIR = 2
    BORRAR = 4
    TODO = LEER | ESCRIBIR | BORRAR


class Nivel(enum.IntEnum):
    BAJO = 1
    ALTO = 10


class Color(str, enum.Enum):
    ROJO = "rojo"
    AZUL = "azul"


@dataclass(frozen=True, slots=True)
class Conectar:
    host: str
    puerto: int = 80


@dataclass(frozen=True)
class Enviar:
    datos: bytes | str
    prioridad: Literal["alta", "baja"] = "baja"
    contador: ClassVar[int] = 0


class Cerrar(NamedTuple):
    motivo: str = "fin"


Mensaje = Union[Conectar, Enviar, Cerrar]


class Maquina:
    def __init__(self) -> None:
        self.estado = Estado.INACTIVO
        self.historia: list[tuple[Estado, Estado]] = []

    def _pasar(self, nuevo: Estado) -> None:
        if not self.estado.puede_ir_a(nuevo):
            raise ValueError(f"transición no permitida: {self.estado.name} -> {nuevo.name}")
        self.historia.append((self.estado, nuevo))
        self.estado = nuevo

    async def tratar(self, m: Mensaje) -> str:
        match m:
            case Conectar(host="localhost" | "127.0.0.1" as h, puerto=p):
                self._pasar(Estado.CONECTANDO)
                await asyncio.sleep(0.1)
                self._pasar(Estado.ACTIVO)
                return f"local {h}:{p}"
            case Conectar(host, puerto) if puerto > 1024:
                return f"remoto {host}:{puerto}"
            case Conectar():
                return "puerto bajo"
            case Enviar(datos=str(texto), prioridad="alta"):
                return f"¡{texto}!"
            case Enviar(bytes() as b):
                return f"{len(b)} bytes"
            case Enviar(datos):
                return f"envía {datos!r}"
            case Cerrar(motivo):
                self._pasar(Estado.CERRADO)
                return f"cerrado por {motivo}"
            case {"tipo": "ping", **resto}:
                return f"pong {resto}"
            case [primero, *_, ultimo]:
                return f"{primero}..{ultimo}"
            case Nivel.ALTO | Color.ROJO:
                return "constante"
            case int() | float() as n if n < 0:
                return "negativo"
            case None | True | False:
                return "singular"
            case _:
                return f"desconocido {type(m).__name__}"


async def main() -> None:
    maquina = Maquina()
    for m in [Conectar("ejemplo.org", 8080), Conectar("x"), Conectar("localhost"), Enviar("hola", "alta"), Enviar(b"abc"), Enviar("uf"), {"tipo": "ping", "n": 1}, [1, 2, 3], (4, 5), "texto", Nivel.ALTO, Color.ROJO, -2.5, None, True, 3, {"tipo": "otro"}, Cerrar()]:
        print(f"{str(m):<45.45} => {await maquina.tratar(m)}")
    print(maquina.estado, maquina.estado.final, [f"{a.name}->{b.name}" for a, b in maquina.historia])
    try:
        await maquina.tratar(Conectar("localhost"))
    except ValueError as e:
        print(e)
    print(Permiso.LEER | Permiso.BORRAR, Permiso.TODO, Permiso.TODO & ~Permiso.LEER, Permiso(3), Permiso.LEER in Permiso.TODO, list(Permiso), bool(Permiso(0)))
    print(Nivel.ALTO > Nivel.BAJO, Nivel.ALTO + 1, Nivel(10), f"{Nivel.ALTO} {Color.ROJO} {Color.AZUL.value}", Color("azul"), Color.ROJO == "rojo", list(Estado)[:2], Estado["ACTIVO"], Estado.ACTIVO.value, len(Estado), Estado(2))
    try:
        Estado(99)
    except ValueError as e:
        print(e)
    try:
        Estado.ACTIVO = 3
    except AttributeError as e:
        print(e)
    try:
        Conectar("a").host = "b"
    except Exception as e:
        print(type(e).__name__, e)
    print(Conectar("a"), hash(Conectar("a")) == hash(Conectar("a")), Cerrar()._asdict(), Cerrar._fields, Enviar.contador)


asyncio.run(main())
