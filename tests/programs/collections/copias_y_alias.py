a = [1, 2]
b = a
b += [3]
a = a + [4]
print(a, b)


def agregar(x, a=[]):
    a += [x]
    return a


print(agregar(1), agregar(2), agregar(3, []))
d = dict.fromkeys("ab", [])
d["a"].append(1)
print(d)
t = ([1], [2])
u = t
t[0].append(9)
print(u, t is u, t == u, t[0] is u[0])
x = y = {"k": 1}
y = {**x, "k": 2}
print(x, y)
l = [[]] * 2 + [[]]
l[0].append(1)
print(l)
s = {1, 2}
r = s
s |= {3}
s = s | {4}
print(r, s)
n = 5
m = n
n += 1
print(n, m)
lista = [1, 2, 3]
for x in lista[:]:
    lista.remove(x)
print(lista)
p = [1, 2, 3]
p[:] = []
print(p, p is not [])
