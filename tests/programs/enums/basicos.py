from enum import Enum, IntEnum, Flag, auto, unique


class Estado(Enum):
    CREADA = "creada"
    LISTA = "lista"
    EN_COLA = "lista"
    FIN = "fin"

    @property
    def corto(self):
        return self.value[:2]


class Nivel(IntEnum):
    BAJO = 1
    ALTO = auto()


class Permiso(Flag):
    LEER = auto()
    ESCRIBIR = auto()
    TODO = LEER | ESCRIBIR


print(Estado.CREADA, repr(Estado.CREADA), Estado.CREADA.name, Estado.CREADA.value, Estado("fin"), Estado["LISTA"], Estado.EN_COLA is Estado.LISTA)
print([e.name for e in Estado], len(Estado), Estado.FIN in Estado, Estado.FIN.corto, Estado.FIN == "fin", {Estado.FIN: 1}[Estado.FIN], list(Estado.__members__))
print(Nivel.ALTO, repr(Nivel.ALTO), Nivel.ALTO > Nivel.BAJO, Nivel.ALTO + 1, Nivel(1), f"{Nivel.ALTO}", sorted([Nivel.ALTO, Nivel.BAJO]), Nivel.ALTO == 2)
print(Permiso.LEER | Permiso.ESCRIBIR, Permiso.LEER in Permiso.TODO, Permiso.TODO & Permiso.LEER, bool(Permiso.LEER & Permiso.ESCRIBIR), Permiso.TODO.value)
for f in (lambda: Estado("no"), lambda: Estado["NO"], lambda: setattr(Estado, "FIN", 1), lambda: Estado.NADA, lambda: Estado.CREADA < Estado.FIN, lambda: Estado()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
try:
    @unique
    class Repetido(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    class Mas(Estado):
        X = 1
except TypeError as e:
    print(e)
Color = Enum("Color", "ROJO VERDE")
print(list(Color), Color.VERDE.value)
match Estado("fin"):
    case Estado.CREADA:
        print("c")
    case Estado.FIN:
        print("f")
