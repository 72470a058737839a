def buscar(matriz, objetivo):
    for i, fila in enumerate(matriz):
        for j, x in enumerate(fila):
            if x == objetivo:
                return i, j
    return None


m = [[r * 4 + c for c in range(4)] for r in range(3)]
print(buscar(m, 6), buscar(m, 99))
for fila in m:
    print(" ".join(f"{x:3d}" for x in fila))
print([list(c) for c in zip(*m)][0], [fila[::-1] for fila in m[::-1]][0])
n = 0
while True:
    n += 1
    for i in range(n):
        if i * n > 12:
            break
    else:
        continue
    break
print(n, i)
total = 0
for i in range(5):
    for j in range(i):
        if (i + j) % 3 == 0:
            continue
        if j > 2:
            break
        total += i * j
    else:
        total += 100
print(total)
triangulo = [[1]]
for _ in range(5):
    u = triangulo[-1]
    triangulo.append([1, *(a + b for a, b in zip(u, u[1:])), 1])
for f in triangulo:
    print(" ".join(map(str, f)).center(20).rstrip())
