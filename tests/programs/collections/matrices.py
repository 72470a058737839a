def crear(f, c, v=0):
    return [[v for _ in range(c)] for _ in range(f)]


def producto(a, b):
    return [[sum(x * y for x, y in zip(fila, col)) for col in zip(*b)] for fila in a]


a = [[1, 2], [3, 4]]
print(producto(a, a), producto(a, [[1], [1]]), crear(2, 3))
ident = [[int(i == j) for j in range(3)] for i in range(3)]
print(ident, producto(ident, ident) == ident)
c = crear(2, 2)
c[0][0] += 5
c[1][1:] = [7, 8]
print(c)
espiral = []
m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
while m:
    espiral += m.pop(0)
    m = [list(x) for x in zip(*m)][::-1]
print(espiral)
vida = {(1, 0), (1, 1), (1, 2)}
for _ in range(2):
    vecinos = {}
    for x, y in vida:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    k = (x + dx, y + dy)
                    vecinos[k] = vecinos.get(k, 0) + 1
    vida = {k for k, n in vecinos.items() if n == 3 or (n == 2 and k in vida)}
    print(sorted(vida))
