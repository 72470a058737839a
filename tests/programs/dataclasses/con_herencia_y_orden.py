from dataclasses import dataclass, field, FrozenInstanceError, is_dataclass, KW_ONLY, InitVar
from functools import total_ordering
from typing import ClassVar


@dataclass(order=True)
class Tarea:
    prioridad: int
    nombre: str = field(compare=False)
    hecha: bool = field(default=False, compare=False, repr=False)
    total: ClassVar[int] = 0

    def __post_init__(self):
        Tarea.total += 1


@dataclass
class Urgente(Tarea):
    prioridad: int = 0
    nombre: str = "urgente"
    _: KW_ONLY
    plazo: float = 1.0


print(sorted([Tarea(3, "c"), Tarea(1, "a"), Tarea(2, "b")]), Tarea.total)
print(Urgente(), Urgente(nombre="x", plazo=2), is_dataclass(Urgente), is_dataclass(5))
try:
    Urgente(1, "n", False, 3)
except TypeError as e:
    print(e)


@dataclass(frozen=True)
class Clave:
    a: int
    b: tuple = ()


print({Clave(1): "x"}[Clave(1)], Clave(1) == (1, ()))
try:
    Clave(1).a = 5
except FrozenInstanceError as e:
    print(repr(e))


@dataclass
class Circulo:
    radio: float
    unidades: InitVar[str] = "cm"
    area: float = field(init=False, default=0.0)

    def __post_init__(self, unidades):
        self.area = round(3.14159 * self.radio ** 2, 2)
        self.texto = f"{self.area} {unidades}2"

    def __str__(self):
        return self.texto


print(Circulo(2), repr(Circulo(1, "m")))


@dataclass(eq=False, repr=False)
class Simple:
    x: int


s = Simple(1)
print(s == Simple(1), s == s, len({s, s}))


@dataclass
class Rec:
    hijo: "Rec | None" = None


r = Rec()
r.hijo = r
print(r)
match Tarea(1, "a"):
    case Tarea(p, n):
        print(p, n)
