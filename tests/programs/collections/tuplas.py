t = (1, "a", 2.5)
print(t, (), (1,), 1, (1, 2) + (3,), (0,) * 3, len(t), t[0], t[-1], t[1:], "a" in t, t.index("a"), t.count(1))
print(tuple("abc"), tuple([1]), tuple(), tuple(x for x in range(2)), (1, 2) < (1, 3), (1, 2) == (1, 2), (1,) == [1], ((1, 2), 3))
x = 1,
print(x, *x, type(x).__name__)
a, (b, c) = 1, (2, 3)
print(a, b, c)
print({(0, 0): "origen", (1, 2): "otro"}[(1, 2)], {(1, 2), (1, 2)}, hash((1, 2)) == hash((1, 2)))
d = {}
d[1, 2] = "coma"
print(d, d[1, 2], [(i, j) for i in range(2) for j in "ab"])


def varios():
    return 1, 2, *[3, 4]


print(varios(), max((3, "c"), (3, "b")), min((1, 2), (1,)), sorted([(2, 1), (1, 2), (1, 1)]))
for f in (lambda: t[9], lambda: t["x"], lambda: t + [1], lambda: t.append(1), lambda: (1, "a") < (1, 2), lambda: {([],): 1}, lambda: t.index("zz"), lambda: tuple(5), lambda: (1,) * 1.0):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, "|", e)
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
