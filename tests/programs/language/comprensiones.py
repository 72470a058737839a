print([x * y for x in range(3) for y in range(x)], [x for x in range(10) if x % 2 if x > 3])
print({x: x**2 for x in (3, 1, 2)}, {c for c in "aaa"})
print([[f * c for c in range(3)] for f in range(3)])
print(sum(x for x in range(5)), max((len(p), p) for p in ["uno", "tres", "dos"]))
x = "fuera"
print([x for x in range(3)], x)
print([(a, b) for a, *b in ["abc", "de"]])
g = (n * n for n in range(3))
print(next(g), next(g), list(g), list(g))
fila = [1, 2, 3]
print([fila[i:] for i in range(len(fila))])


def n_veces(n):
    return [lambda v: v * n * k for k in range(3)]


print([f(10) for f in n_veces(2)])
print([y for x in [1, 2] if (y := x * 2) > 2], y)
print(dict(zip("abc", [1, 2, 3])), {**{"a": 1}, "b": 2, **{"a": 3}})
print([*range(2), *"ab"], (*[1], 2), {*[1], *[1]})
print([a if a else "cero" for a in (0, 1)])
