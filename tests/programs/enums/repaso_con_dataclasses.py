# Enumeraciones y dataclasses, y los errores de ambas.
import asyncio, time
from dataclasses import dataclass, field, asdict, astuple, replace, fields
from enum import Enum, IntEnum, Flag, auto, unique, StrEnum

class Estado(Enum):
    PENDIENTE = auto()
    LISTO = auto()
    HECHO = LISTO
    @property
    def corto(self): return self.name[0]
    def __str__(self): return f"<{self.name.lower()}>"

print(list(Estado), Estado.HECHO is Estado.LISTO, Estado('x') if False else Estado(2), repr(Estado.LISTO), Estado.LISTO.corto)
print(Estado.__members__)
try: Estado(9)
except ValueError as e: print(e)
try: Estado['NO']
except KeyError as e: print(e)
class P(IntEnum):
    A = 3; B = 1
print(sorted(P), P.A + 1, f"{P.A}", f"{P.A:>4}", str(P.B), max(P))
class F(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(F.R | F.X, F.RW, ~F.R, F.R in F.RW, bool(F.R & F.W), list(F.RW), F(5), F(0))
class S(StrEnum):
    UNO = auto(); DOS = "dos!"
print(S.UNO, repr(S.DOS), S.UNO == "uno", S.UNO.upper())
try:
    @unique
    class U(Enum):
        A = 1; B = 1
except ValueError as e: print(e)

@dataclass(order=True, frozen=True)
class T:
    n: int
    s: str = "x"
    l: list = field(default_factory=list, compare=False, repr=False, hash=False)
a, b = T(1), T(2, "y")
print(a < b, a, hash(a) == hash(T(1)), asdict(b), astuple(a), replace(b, n=7), [f.name for f in fields(T)])
try: a.n = 3
except Exception as e: print(type(e).__name__, e)
try: T()
except TypeError as e: print(e)
try: T(1, z=2)
except TypeError as e: print(e)
@dataclass
class Q(T2 := object):
    x: int
    y: float = 1.5
    def __post_init__(self): self.z = self.x * self.y
print(Q(2), Q(2).z, Q(2) == Q(2), Q.__match_args__)
try:
    @dataclass
    class M:
        a: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class M:
        a: int = 1
        b: int
except TypeError as e: print(e)
@dataclass(slots=True, kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1))
try: K(1)
except TypeError as e: print(e)
