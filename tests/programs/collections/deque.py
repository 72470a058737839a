# Una cola de dos extremos: sus operaciones, sus límites y sus errores.
import copy
from collections import deque


def intenta(f, *datos):
    try:
        print(f(*datos))
    except Exception as e:
        print(type(e).__name__, e)


d = deque("abc")
d.append("z")
d.appendleft("0")
d.extendleft([1, 2])
print(d, len(d), d[0], d[-1], d.index("b"), d.count("z"))
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.insert(2, "medio")
d.remove("a")
del d[0]
d[0] = "nuevo"
d.reverse()
print(d, list(reversed(d)), "c" in d, "q" in d)

corta = deque(range(5), maxlen=3)
corta.append(9)
corta.appendleft(8)
print(corta, corta.maxlen, corta + deque([1, 2]), corta * 2)
corta += [5, 6]
print(corta, deque(corta), corta.copy())
intenta(corta.insert, 0, 1)
intenta(setattr, corta, "maxlen", 7)

for mala in (deque().pop, deque().popleft):
    intenta(mala)
intenta(d.index, "nada")
intenta(d.remove, "nada")
intenta(lambda: d[50])
intenta(lambda: d[0:2])
intenta(lambda: d["a"])
intenta(lambda: d + [1])
intenta(lambda: d < [1])
intenta(d.rotate, "a")
intenta(deque, [1], -1)
intenta(deque, 5)


def cambia(d, como):
    for x in d:
        como(d)


intenta(cambia, deque([1, 2, 3]), lambda d: d.append(0))
intenta(cambia, deque([1, 2, 3]), lambda d: d.popleft())
intenta(cambia, deque([1, 2, 3]), lambda d: d.__setitem__(0, 5))

print(deque([1, 2]) == deque([1, 2], 9), deque([1, 2]) == [1, 2], deque([1, 2]) < deque([1, 3]))
print(isinstance(d, list), bool(deque()), bool(d))
honda = deque([[1], [2]], maxlen=5)
otra, misma = copy.deepcopy(honda), copy.copy(honda)
honda[0].append(7)
print(honda, otra, misma)
honda.append(honda)
print(honda)

match deque([1, 2, 3]):
    case [primero, *resto]:
        print(primero, resto)


class Pila(deque):
    def cima(self):
        return self[-1]


p = Pila([1, 2])
p.append(3)
print(p, p.cima(), type(p.copy()).__name__, type(p + p).__name__)

# Sacar por delante cuesta lo mismo con cien que con cien mil.
grande = deque(range(100_000))
total = 0
while grande:
    total += grande.popleft() - grande.pop()
    grande.append(grande.popleft()) if len(grande) % 1000 == 500 else None
print(total)
