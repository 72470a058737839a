a, b = 1, 2
a, b = b, a
print(a, b)
(x, (y, z)), *resto = [(1, (2, 3)), 4, 5]
print(x, y, z, resto)
primero, *medio, ultimo = "python"
print(primero, medio, ultimo)
*todo, = range(3)
print(todo)
[p, q] = {"k": 1, "v": 2}
print(p, q)
lista = [0, 1, 2]
i = 0
i, lista[i] = 1, 9
print(i, lista)
d = {}
d["a"], d["b"] = d["c"] = "xy"
print(d)
n = 7
n += 3; n -= 1; n *= 2; n /= 3; n **= 2; n //= 5; n %= 4
print(n)
m = 6
m <<= 2; m >>= 1; m |= 3; m &= 14; m ^= 5
print(m)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
s = l = [1]
l += (2,)
print(s)
for casos in [(1, 2, 3), (1,), 5]:
    try:
        a, b = casos
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)
if (k := 10) > 5:
    print("morsa", k)
print([y := 1, y ** 2], y)
