g = (x * y for x in range(3) for y in range(x))
print(list(g), sum(x for x in range(3)), tuple(c for c in "ab"))
n = 2
g = (x * n for x in [1, 2])
n = 10
print(list(g))
datos = [1, 2, 3]
g = (x for x in datos if x in datos)
datos = [3]
print(list(g))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
print(any(x > 1 for x in (print("mira", y) or y for y in range(5))))
print(" ".join(str(i) for i in range(3)), max((w for w in ["a", "bcd"]), key=len), dict((i, i * i) for i in range(3)), sorted((-x for x in range(3))))
def f():
    return [lambda: x for x in range(2)], {x: (lambda: x)() for x in range(2)}


a, b = f()
print([h() for h in a], b)
class C:
    k = 3
    l = [k for _ in range(1)] if 0 else list(range(k))
    m = [x for x in range(k)]


print(C.l, C.m)
it = iter([1, 2, 3, 4])
print([(x, next(it)) for x in it])
print([[j for j in range(i)] for i in range(3)], [x for x in "abc" if x != "b" for _ in range(2)])
