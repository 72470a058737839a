# Claves que vienen y se van mientras una tabla grande crece.
import random

random.seed(7)
tabla, espejo = {}, []
conjunto = set()
for vuelta in range(6):
    for n in range(40_000):
        clave = vuelta * 40_000 + n
        tabla[clave] = str(clave)
        conjunto.add(str(clave))
        if n % 5 == 0:
            vieja = random.randrange(clave + 1)
            tabla.pop(vieja, None)
            conjunto.discard(str(vieja))
        if n % 7 == 6:
            tabla.popitem()
        if n % 11 == 0:
            tabla[clave // 2] = 'otra vez'
    presentes = sum(n in tabla for n in range(240_000))
    textos = sum(str(n) in conjunto for n in range(240_000))
    print(vuelta, len(tabla), presentes, len(conjunto), textos)
    print(list(tabla)[-5:], next(iter(tabla)), sum(tabla))
    espejo.append(dict(tabla))

print(all(tabla[n] == espejo[-1][n] for n in tabla), espejo[-1] == tabla)
for n in list(tabla)[:-3]:
    del tabla[n]
print(tabla)


class Clave:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 1000

    def __eq__(self, otra):
        return self.n == otra.n


propias = {Clave(n): n for n in range(3_000)}
print(len(propias), propias[Clave(1_999)], Clave(3_000) in propias)
