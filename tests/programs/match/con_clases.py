from dataclasses import dataclass
from enum import Enum


class Tipo(Enum):
    A = 1
    B = 2


@dataclass
class Evento:
    tipo: Tipo
    datos: dict


@dataclass
class Expr:
    op: str
    izq: "Expr | int"
    der: "Expr | int"


def evaluar(e):
    match e:
        case int(n) | float(n):
            return n
        case Expr("+", a, b):
            return evaluar(a) + evaluar(b)
        case Expr("*", 0, _) | Expr("*", _, 0):
            return 0
        case Expr("*", a, b):
            return evaluar(a) * evaluar(b)
        case Expr(op=op):
            raise ValueError(f"operador {op}")


print(evaluar(Expr("+", 1, Expr("*", 2, 3))), evaluar(Expr("*", 0, Expr("?", 1, 2))))
try:
    evaluar(Expr("-", 1, 2))
except ValueError as e:
    print(e)
print(evaluar("x"))


def manejar(ev):
    match ev:
        case Evento(Tipo.A, {"id": int(i), **resto}) if i > 0:
            return f"A {i} {resto}"
        case Evento(tipo=Tipo.B | Tipo.A as t, datos={}):
            return f"{t.name} cualquiera"


print(manejar(Evento(Tipo.A, {"id": 5, "x": 1})), manejar(Evento(Tipo.A, {"id": -1})), manejar(Evento(Tipo.B, {})))
match {"lista": [{"n": 1}, {"n": 2}], "extra": None}:
    case {"lista": [{"n": a}, *otros], "extra": None}:
        print(a, otros)
match (1, (2, (3, 4))):
    case (a, (b, (c, d))) if a + b == c:
        print(a, b, c, d)


class Medida:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        print("eq", o)
        return self.v == o


match Medida(3):
    case 1:
        print("no")
    case 3:
        print("tres")
match [1, 2, 3, 4, 5]:
    case [a, *_, b]:
        print(a, b)
match "ab":
    case ("a" | "ab") as x:
        print(x)
match b"x", None, True, ...:
    case b"x", None, True, y:
        print(y)
match {"a": 1}:
    case {"a": 2}:
        print("no")
    case {"b": _}:
        print("no")
    case dict(d):
        print(d)
