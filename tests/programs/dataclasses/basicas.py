from dataclasses import dataclass, field, asdict, astuple, replace, fields


@dataclass
class Punto:
    x: int
    y: int = 0


@dataclass(order=True, frozen=True)
class Prioridad:
    nivel: int
    nombre: str = field(compare=False, default="?")
    etiquetas: list = field(default_factory=list, repr=False, compare=False)


@dataclass
class Punto3(Punto):
    z: int = 9
    norma: float = field(init=False)

    def __post_init__(self):
        self.norma = (self.x ** 2 + self.y ** 2 + self.z ** 2) ** 0.5


print(Punto(1), Punto(1, 2) == Punto(1, 2), Punto(1) != Punto(2), Punto(y=5, x=1), repr(Punto3(2, 3, 6)))
a, b = Prioridad(2, "b"), Prioridad(1, "z")
print(sorted([a, b]), a > b, a == Prioridad(2, "otra"), hash(a) == hash(Prioridad(2)), max(a, b))
a.etiquetas.append("x")
print(a.etiquetas, b.etiquetas, asdict(Punto3(0, 0)), astuple(Punto(1, 2)), replace(Punto(1, 2), y=7), [f.name for f in fields(Punto3)])
for f in (lambda: Punto(), lambda: Punto(1, 2, 3), lambda: setattr(a, "nivel", 5), lambda: Punto(1) < Punto(2), lambda: hash(Punto(1)), lambda: Punto(q=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
try:
    @dataclass
    class Mala:
        l: list = []
except ValueError as e:
    print(e)
try:
    @dataclass
    class Orden:
        a: int = 1
        b: int
except TypeError as e:
    print(e)


@dataclass(slots=True, kw_only=True)
class Config:
    host: str = "local"
    puerto: int = 80


print(Config(puerto=1), Config().host)


@dataclass
class Nodo:
    valor: int
    hijos: "list[Nodo]" = field(default_factory=list)


print(Nodo(1, [Nodo(2), Nodo(3, [Nodo(4)])]), asdict(Nodo(1, [Nodo(2)])))
