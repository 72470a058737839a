from enum import *
class Color(Enum):
    ROJO = "r"; VERDE = "v"; ALIAS = "r"
    def __str__(self): return f"C:{self.name}"
    @property
    def mayus(self): return self.value.upper()
    @classmethod
    def por(cls, x): return cls(x)
print(list(Color), Color.ALIAS is Color.ROJO, Color("v"), Color["ROJO"], repr(Color.ROJO), Color.ROJO.mayus, f"{Color.ROJO}", Color.por("r"), len(Color), Color.__members__, Color.ROJO in Color, Color.ROJO == "r", {Color.ROJO: 1})
class N(IntEnum): A = 1; B = auto(); C = auto()
print(N.A + 1, N.B < N.C, sorted(N, reverse=True), N(2), f"{N.A}", str(N.B), repr(N.C), N.A == 1, [x for x in N], max(N))
class F(Flag): X = auto(); Y = auto(); Z = X | Y
print(F.X | F.Y, F.Z, F.X in F.Z, F.X & F.Y, ~F.X, F(0), list(F.Z), F.X ^ F.Z, bool(F.X & F.Y))
class S(StrEnum): UNO = auto(); DOS = "dos"
print(S.UNO, S.UNO == "uno", f"{S.DOS!r}", S("dos").upper())
class IF(IntFlag): R = 4; W = 2
print(IF.R | IF.W, IF.R | 1, int(IF.R), IF(6))
@unique
class Un(Enum): A = 1; B = 2
try:
    @unique
    class Dup(Enum): A = 1; B = 1
except ValueError as e: print(e)
An = Enum("An", "PERRO GATO"); print(list(An), An.PERRO.value, An)
class Pl(Enum):
    T = (1, 2)
    def __init__(self, a, b): self.a, self.b = a, b
print(Pl.T.a, Pl.T.value)
class Est(Enum):
    _ignore_ = ["z"]
    INI = auto()
    def sig(self): return Est.FIN if self is Est.INI else None
    FIN = auto()
    @classmethod
    def _missing_(cls, v): return cls.FIN if v == "?" else None
print(Est.INI.sig(), Est("?"))
match Color.VERDE:
    case Color.ROJO: print("r")
    case Color.VERDE: print("v")
class G(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    HOLA = auto()
print(G.HOLA.value, Color.ROJO.name, hash(Color.ROJO) == hash(Color.ROJO), Color.ROJO.__class__, isinstance(N.A, int))
try: Color.AZUL
except AttributeError as e: print(e)
try: Color()
except TypeError as e: print(e)
try: Color.ROJO < Color.VERDE
except TypeError as e: print(e)
