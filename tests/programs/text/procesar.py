texto = """El veloz murciélago hindú comía feliz cardillo y kiwi.
La cigüeña tocaba el saxofón detrás del palenque de paja.
"""
palabras = texto.lower().replace(".", "").split()
cuenta = {}
for p in palabras:
    cuenta[p] = cuenta.get(p, 0) + 1
print(sorted(cuenta.items(), key=lambda par: (-par[1], par[0]))[:4])
print(max(palabras, key=len), min(palabras, key=len), sorted(set(map(len, palabras))))
print(len(texto), len(texto.splitlines()), len(texto.encode()))
vocales = {v: sum(texto.count(x) for x in v) for v in ("aá", "eé", "ií", "oó", "uúü")}
print(vocales)


def cesar(s, n):
    r = ""
    for c in s:
        if c.isalpha() and c.isascii():
            base = ord("A") if c.isupper() else ord("a")
            c = chr((ord(c) - base + n) % 26 + base)
        r += c
    return r


print(cesar("Hola, Mundo!", 3), cesar(cesar("Xyz", 5), -5))
print("".join(reversed("anilina")) == "anilina", "radar"[::-1] == "radar")
print(*("{:>3}: {}".format(i, l) for i, l in enumerate(texto.splitlines(), 1)), sep="\n")
acronimo = "".join(p[0].upper() for p in "objeto volador no identificado".split())
print(acronimo, acronimo.lower().center(11, "."))
for i, linea in enumerate(["uno", "dos"], start=10):
    print(f"{i:03d} {linea!r:>7} {'#' * i}")
