personas = [("Ana", 30), ("Luis", 25), ("Eva", 30), ("Bea", 25)]
print(sorted(personas, key=lambda p: p[1]))
print(sorted(personas, key=lambda p: p[1], reverse=True))
print(sorted(personas, key=lambda p: (-p[1], p[0])))
print(sorted(personas, key=lambda p: p[0][::-1]), sorted([3, 1, 2], key=lambda x: -x), sorted("aAbB", key=str.swapcase))
llamadas = []


def clave(x):
    llamadas.append(x)
    return x % 3


print(sorted(range(9), key=clave), llamadas)


def burbuja(l):
    l = l[:]
    for i in range(len(l)):
        for j in range(len(l) - 1 - i):
            if l[j] > l[j + 1]:
                l[j], l[j + 1] = l[j + 1], l[j]
    return l


def rapido(l):
    if len(l) < 2:
        return l
    p, *r = l
    return rapido([x for x in r if x < p]) + [p] + rapido([x for x in r if x >= p])


semilla = 7
datos = []
for _ in range(40):
    semilla = (semilla * 1103515245 + 12345) % 2 ** 31
    datos.append(semilla % 100)
print(burbuja(datos) == rapido(datos) == sorted(datos), sorted(datos)[:5])
l = [3, 1, 2]
try:
    l.sort(key=lambda x: l.append(x))
except (ValueError, TypeError) as e:
    print(type(e).__name__, e)
print(max("a", "b"), max(["x", "yy"], key=len), min(3, 1, 2), max(1, 2.5), max([1, 1.0]), sorted([0.5, 1, True, 0]))
