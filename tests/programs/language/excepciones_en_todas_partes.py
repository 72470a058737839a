def falla(donde):
    raise ValueError(donde)


casos = {
    "defecto": lambda: exec_defecto(),
    "comprension": lambda: [falla("comprensión") for _ in range(1)],
    "generador": lambda: list(falla("generador") for _ in range(1)),
    "clave": lambda: sorted([1], key=lambda _: falla("clave")),
    "condicion": lambda: 1 if falla("condición") else 2,
    "indice": lambda: [1][falla("índice")],
    "argumento": lambda: print(falla("argumento")),
    "fstring": lambda: f"{falla('fstring')}",
    "and": lambda: True and falla("and"),
    "comparacion": lambda: 1 < falla("comparación") < 3,
    "estrella": lambda: print(*falla("estrella")),
    "dict": lambda: {1: falla("dict")},
    "slice": lambda: "abc"[falla("slice"):],
    "lambda": lambda: (lambda x=falla("lambda"): x)(),
    "map": lambda: list(map(falla, ["map"])),
    "reduce": lambda: max([1, 2], key=falla),
}


def exec_defecto():
    def f(x=falla("defecto")):
        pass


for nombre, f in casos.items():
    try:
        f()
        print(nombre, "sin fallo")
    except ValueError as e:
        print(nombre, "->", e)
try:
    for x in falla("for"):
        pass
except ValueError as e:
    print(e)
try:
    while falla("while"):
        pass
except ValueError as e:
    print(e)
try:
    with falla("with"):
        pass
except ValueError as e:
    print(e)
try:
    class C(falla("class")):
        pass
except ValueError as e:
    print(e)
try:
    @falla
    def decorada():
        pass
except ValueError as e:
    print(e.args[0].__name__)
try:
    raise falla("raise")
except ValueError as e:
    print(e)
try:
    assert falla("assert")
except ValueError as e:
    print(e)
try:
    x = y = falla("asignación")
except ValueError as e:
    print(e)
