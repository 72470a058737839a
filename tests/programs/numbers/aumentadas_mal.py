def probar(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, "|", e)


def suma():
    x = 1
    x += "a"


def resta():
    x = "a"
    x -= 1


def lista():
    x = []
    x += 5


def potencia():
    x = None
    x **= 2


def indice():
    d = {}
    d["k"] += 1


def atributo():
    n = 5
    n.x += 1


def modulo():
    x = 5
    x %= []


for f in (suma, resta, lista, potencia, indice, atributo, modulo):
    probar(f)
