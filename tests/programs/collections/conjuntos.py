a, b = {1, 2, 3, 4}, {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= b, {3} < a, a >= {1}, a > a, a.isdisjoint({9}), a.issubset(a), a.issuperset({1}))
print(sorted(a.union([9], (8,))), sorted(a.intersection(b, [3])), sorted(a.difference([1])), sorted(a.symmetric_difference([1, 99])))
s = set()
s.add(1); s.add(1.0); s.add(True); s.add("x")
print(len(s), 1 in s, "y" in s, s.discard("x"), s, s.pop(), s, bool(s), set(), type({}).__name__, type({1}).__name__)
s.update([1, 2], {3}); s |= {4}; s &= {2, 3, 4}; s -= {2}; s ^= {3, 7}
print(sorted(s), sorted(set("banana")), len(set([1, 1, 2])), {1, 2} == {2, 1}, {1} == {1.0}, {1} != [1])
f = frozenset([1, 2])
print({f: "sirve de clave"}[frozenset([2, 1])], f | {3} == frozenset({1, 2, 3}), type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2})
print(sorted({x % 3 for x in range(10)}), sorted({"a", "b"} | set("bc")), sum({1, 2, 2}), max({3, 9}), sorted({(1, 2), (0, 5)}))
sin_repetir = list(dict.fromkeys([3, 1, 3, 2, 1]))
print(sin_repetir)
c = a.copy()
c.clear()
print(c, len(a), {0}, {""}, {None}, {()})
for g in (lambda: {[]}, lambda: {{}}, lambda: a.remove(99), lambda: set().pop(), lambda: a + b, lambda: a | [1], lambda: a[0], lambda: set(5), lambda: a.add([]), lambda: f.add(1), lambda: a < [1], lambda: hash({1}), lambda: hash([]), lambda: {1: 2} | [1], lambda: {{1}}):
    try:
        g()
    except Exception as e:
        print(type(e).__name__, "|", e)
try:
    for x in a:
        a.add(x + 10)
except RuntimeError as e:
    print(e)
