it = iter([1, 2, 3])
print(next(it), next(it), next(it), next(it, "fin"), next(it, None))
try:
    next(it)
except StopIteration as e:
    print("StopIteration", repr(e), e.value)
print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1])), list(enumerate("ab", 5)), list(map(str, [1, 2])), list(reversed([1, 2, 3])), list(map(pow, [2, 3], [3, 2])))
a = iter("abcd")
print(list(zip(a, a)), list(a))
print(dict(enumerate("xy")), [*zip(*[(1, "a"), (2, "b")])], list(zip([1, 2], [3, 4], strict=True)))
for f in (lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: iter(5), lambda: next([1]), lambda: next(iter([])), lambda: reversed({1}), lambda: enumerate(5), lambda: zip(1), lambda: list(map(None, [1])), lambda: map(str), lambda: [*5], lambda: list(zip([], 5))):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, "|", e)
l = [1, 2, 3]
it = iter(l)
next(it)
l.append(4)
print(list(it), list(it))
it = iter(range(10))
print(3 in it, list(it), sum(map(lambda x: x * 2, filter(lambda x: x % 2, range(6)))))
pares = iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)
print(list(pares))
m = map(lambda x: 10 // x, [1, 2, 0, 5])
print(next(m), next(m))
try:
    next(m)
except ZeroDivisionError as e:
    print(e)
print(next(m))
g = (x for x in [1, 2])
print(iter(g) is g, sum(g), sum(g), max(x for x in [3, 1]), max([], default="vacío"), min("b", "a", key=ord), max([1, 5], [2], key=len))
