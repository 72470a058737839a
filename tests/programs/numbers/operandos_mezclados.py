valores = [1, 2.5, "a", [1], (1,), {"k": 1}, {1}, None, True]
nombres = ["int", "float", "str", "list", "tuple", "dict", "set", "NoneType", "bool"]
operaciones = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "<": lambda a, b: a < b,
    "//": lambda a, b: a // b, "&": lambda a, b: a & b, "@": lambda a, b: a @ b, ">=": lambda a, b: a >= b,
    "in": lambda a, b: a in b, "**": lambda a, b: a ** b, "<<": lambda a, b: a << b,
}
for signo, operar in operaciones.items():
    for a in valores:
        for b in valores:
            try:
                r = operar(a, b)
                print(a, signo, b, "->", r)
            except TypeError as e:
                print(a, signo, b, "->", e)
