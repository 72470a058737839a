def cambiar(lista, n, d):
    lista.append(n)
    n += 1
    lista = ["otra"]
    d["n"] = n
    return lista, n


l, n, d = [], 1, {}
print(cambiar(l, n, d), l, n, d)
m = [[0] * 2] * 3
m[0][0] = 1
print(m)
m = [[0] * 2 for _ in range(3)]
m[0][0] = 1
print(m)
a = [1, [2, 3]]
b = a[:]
c = a.copy()
b[0] = 9
b[1].append(4)
print(a, b, c, a is b, a[1] is c[1])
for x in (lista := [1, 2, 3, 4]):
    if x == 2:
        lista.remove(x)
print(lista)
s = "inmutable"
t = s
s += "!"
print(s, t)
