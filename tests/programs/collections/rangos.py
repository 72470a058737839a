r = range(2, 11, 3)
print(r, list(r), len(r), r[1], r[-1], 5 in r, 6 in r, r.index(8), r.count(5), r[1:], r == range(2, 12, 3), range(0) == range(5, 5))
print(list(range(5)), list(range(5, 0, -1)), list(range(0)), list(range(3, 1)), list(reversed(range(4))), range(3).start, range(3).stop, range(3).step)
print(10 ** 30 in range(10 ** 15), len(range(-5, 5)), sum(range(101)), max(range(3)), range(10 ** 15)[-1], 5.0 in range(10), "a" in range(3), bool(range(0)))
for f in (lambda: range(), lambda: range("5"), lambda: range(1, 2, 0), lambda: range(3)[5], lambda: range(1.0), lambda: range(3).index(9), lambda: range(1, 2, 3, 4), lambda: range(3)["a"]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, "|", e)
try:
    range(3)[0] = 1
except TypeError as e:
    print(e)
for i in range(3):
    i = i * 10
    print(i, end=" ")
print(i, hash(range(3)) == hash(range(0, 3, 1)), {range(2): "clave"})
