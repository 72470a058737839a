# Cientos de conjuntos de números que crecen, menguan y se combinan, cada uno en el
# orden de CPython.

import random


def numeros(azar, cuantos):
    def numero():
        clase = azar.randrange(8)
        if clase < 4:
            return azar.randrange(-10, 60)
        if clase == 4:
            return azar.randrange(-1000, 100_000)
        if clase == 5:
            return azar.getrandbits(70)
        if clase == 6:
            return azar.randrange(100) / 4
        return azar.randrange(5), azar.randrange(5)

    return [numero() for _ in range(azar.randrange(cuantos))]


def cambia(azar, a, b):
    algunos = numeros(azar, 20)
    caso = azar.randrange(14)
    if caso == 0:
        a |= b
    elif caso == 1:
        a &= b
    elif caso == 2:
        a -= b
    elif caso == 3:
        a ^= b
    elif caso == 4:
        for n in algunos:
            a.add(n)
    elif caso == 5:
        for n in algunos + list(a)[::3]:
            a.discard(n)
    elif caso == 6:
        while len(a) > 5:
            a.add(a.pop()), a.pop()
    elif caso == 7:
        a.update(algunos, b, dict.fromkeys(algunos))
    elif caso == 8:
        a.difference_update(algunos, iter(algunos))
    elif caso == 9:
        a.symmetric_difference_update(algunos)
    elif caso == 10:
        a.intersection_update(list(a)[::2] + algunos)
    elif caso == 11:
        a.symmetric_difference_update(iter(algunos))
    elif caso == 12:
        a.clear()
    return a


def combina(azar, a, b):
    algunos = numeros(azar, 20)
    claves = dict.fromkeys(numeros(azar, 40)).keys()
    return azar.choice([
        lambda: a | b, lambda: a & b, lambda: a - b, lambda: a ^ b,
        lambda: a.union(algunos, b, iter(algunos)),
        lambda: a.intersection(list(b), iter(a)),
        lambda: a.difference(iter(algunos), b),
        lambda: a.symmetric_difference(algunos),
        lambda: {*a, *algunos, 7, *b},
        lambda: frozenset(a) | b, lambda: frozenset(a) & frozenset(b),
        lambda: a | claves, lambda: claves & a, lambda: claves - a, lambda: claves ^ b,
        lambda: a & claves, lambda: frozenset(b) & claves, lambda: claves | algunos,
        lambda: a.copy(), lambda: set(frozenset(a)), lambda: set(a | b),
    ])()


for semilla in range(120):
    azar = random.Random(semilla)
    conjuntos = [set(numeros(azar, 40)), {n for n in numeros(azar, 40)}, set(dict.fromkeys(numeros(azar, 40)))]
    huella = 0
    for _ in range(20):
        a, b = azar.choice(conjuntos), azar.choice(conjuntos)
        cambia(azar, a, b)
        huella = hash((huella, *a))
        conjuntos[azar.randrange(3)] = set(combina(azar, a, b))
        huella = hash((huella, *map(tuple, conjuntos)))
    print(semilla, huella, [len(c) for c in conjuntos])
