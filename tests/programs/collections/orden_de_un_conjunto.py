# En qué orden da sus elementos un conjunto de números: ni el de llegada ni el
# de su valor, aunque con números pequeños lo parezca.

print({3, 1, 2}, {30, 10, 20}, {8, 0}, {0, 8}, {9, 1, 17})
print({1, -1, -2, 5}, {2.5, 1, 0.5, True}, {(1, 2), (0, 1), 7})
print({1, 2**61, -1, -2})

llegados = set()
for numero in [5, 40, 13, 8, 21, 16, 0, 3]:
    llegados.add(numero)
    print(sorted(llegados) == list(llegados), llegados)

print(set([100, 50, 75, 25]), set(range(10, 0, -1)), frozenset([7, 14, 21, 28]))
print({n * n for n in range(12)})
print({*[9, 8, 7], 40, *{33, 1}}, {*range(5), *(64, 32)})

print("\nQuitar deja un hueco, que después se llena:")
restos = {1, 9, 17, 25, 33}
print(restos)
restos.discard(9)
restos.remove(25)
restos.add(41)
restos.add(4)
print(restos, list(restos.copy()))
print([restos.pop() for _ in range(3)], restos)
restos.add(2)
print(restos.pop(), restos)
restos.clear()
restos |= {6, 3}
print(restos)

print("\nCon dos:")
pares, triples = set(range(0, 40, 2)), set(range(0, 40, 3))
print(pares | triples, pares & triples, pares - triples, pares ^ triples, sep="\n")
print(pares.union([1, 77], triples), pares.intersection(range(0, 40, 4)))
print({1, 2} & {1.0, 2.0}, {1.0} | {1}, {True, 0} & frozenset([1, 0.0]))
for orden in "|=", "&=", "-=", "^=":
    uno, otro = {32, 1, 64, 2}, {64, 96, 2, 128, 0}
    cambios = {
        "|=": uno.update,
        "&=": uno.intersection_update,
        "-=": uno.difference_update,
        "^=": uno.symmetric_difference_update,
    }
    cambios[orden](otro)
    print(orden, uno)

claves = {16: "a", 8: "b", 0: "c", 24: "d"}
print(set(claves), claves.keys() | {1}, claves.keys() & {0, 24, 5}, claves.keys() - [8], {1, 8} ^ claves.keys())
print(frozenset({8, 16}) & claves.keys(), claves.keys() & claves.keys(), [*claves.keys() | [40, 48]])
