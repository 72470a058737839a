def vigenere(texto, clave, signo=1):
    salida, i = [], 0
    for c in texto:
        if c.isalpha():
            salto = ord(clave[i % len(clave)].lower()) - ord("a")
            base = ord("a") if c.islower() else ord("A")
            salida.append(chr((ord(c) - base + signo * salto) % 26 + base))
            i += 1
        else:
            salida.append(c)
    return "".join(salida)


secreto = vigenere("Atacar al alba!", "limon")
print(secreto, vigenere(secreto, "limon", -1))
print(" ".join(f"{ord(c):08b}" for c in "Hola"), "".join(chr(int(b, 2)) for b in "01001000 01101001".split()))


def comprimir(s):
    if not s:
        return ""
    r, n = "", 1
    for a, b in zip(s, s[1:] + "\0"):
        if a == b:
            n += 1
        else:
            r += f"{a}{n if n > 1 else ''}"
            n = 1
    return r


print(comprimir("aaabccdddd"), comprimir(""), comprimir("x"))
romanos = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def romano(n):
    r = ""
    for v, l in romanos:
        cabe, n = divmod(n, v)
        r += l * cabe
    return r


print([romano(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])
print("".join(c if i % 2 else c.upper() for i, c in enumerate("alternado")), "¡" + "ja" * 3 + "!")
