class Punto:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


LIMITE = 10


class K:
    UNO = 1


def ver(v):
    match v:
        case 0 | -1:
            return "cero o menos uno"
        case K.UNO:
            return "constante"
        case True:
            return "nunca: 1 == True"
        case int(n) if n > 100:
            return f"entero grande {n}"
        case int() | float():
            return f"número {v}"
        case "":
            return "vacía"
        case str(s) if s.isupper():
            return f"grita {s}"
        case "a" | "b" as letra:
            return f"letra {letra}"
        case []:
            return "lista vacía"
        case [x]:
            return f"uno: {x}"
        case [1, [2, *adentro], *_, ultimo]:
            return f"anidada {adentro} {ultimo}"
        case [primero, *resto]:
            return f"{primero} y {resto}"
        case {"tipo": "circulo", "radio": r}:
            return f"círculo {r}"
        case {"tipo": t, **resto}:
            return f"tipo {t}, {resto}"
        case {}:
            return f"otro dict {v}"
        case Punto(0, 0):
            return "origen"
        case Punto(x=0, y=y):
            return f"eje y {y}"
        case Punto(x, y):
            return f"punto {x},{y}"
        case None:
            return "nada"
        case _:
            return f"otro {type(v).__name__}"


for v in (0, -1, 1, True, 5, 500, 2.5, "", "HOLA", "a", "hola", [], [7], [1, [2, 3, 4], 5, 6], (1, 2, 3), {"tipo": "circulo", "radio": 2}, {"tipo": "x", "z": 1}, {}, {"q": 1}, Punto(0, 0), Punto(0, 5), Punto(1, 2), None, {1}, b"x", range(3), False):
    print(ver(v))
match 5:
    case x:
        pass
print(x)
match (1, "b"), [3]:
    case (a, "b"), [c]:
        print(a, c)
match {"a": {"b": [1, {"c": 2}]}}:
    case {"a": {"b": [_, {"c": valor}]}}:
        print(valor)
try:
    match Punto(1, 2):
        case Punto(1, 2, 3):
            pass
except TypeError as e:
    print(e)
try:
    match 3:
        case Punto.nada:
            pass
except AttributeError as e:
    print(e)
match "cadena":
    case [*_]:
        print("no: str no es secuencia aquí")
    case str() as s:
        print(s)
match 1.0:
    case 1:
        print("1.0 es 1")
match [1, 2]:
    case [a, b] if a > b:
        print("no")
    case [a, b]:
        print("orden", a, b)
