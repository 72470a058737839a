l = [3, 1, 2]
l.append(4); l.extend([5, 6]); l.extend("ab"); l.insert(0, 0); l.insert(-1, "x"); l.insert(100, "fin")
print(l, len(l), l.index(1), l.count(3), l.pop(), l.pop(0), l.pop(-2), l)
l.remove("a")
l.reverse()
print(l, l[::-1], l + [1], l * 2, [0] * 3, 5 in l, "x" in l)
n = [3, 1, 2]
print(n.sort(), n, sorted(n, reverse=True), n.sort(reverse=True), n)
pares = [("b", 1), ("a", 2), ("c", 1), ("a", 1)]
print(sorted(pares), sorted(pares, key=lambda p: p[1]), sorted(pares, key=lambda p: p[1], reverse=True))
print(sorted("Banana"), sorted({3: "a", 1: "b"}), sorted([True, 0, 2.5, -1]), sorted(["10", "9", "1"]), sorted(["b", "A"], key=str.lower))
c = n.copy()
c.clear()
print(n, c, n == [3, 2, 1], n is n, n < [3, 3], [] < [0], [1, 2] == [1, 2.0], [1] != (1,))
print(list("abc"), list(range(3)), list({"k": 1}), list((1, 2)), list(), [*[1], *[2]])
print(max(n), min(n), sum(n), any(n), all(n), any([]), all([]), len([]))
m = [[1, 2], [3, 4]]
print([list(f) for f in zip(*m)], [x for f in m for x in f], sum(m, []))
for f in (lambda: n.remove(99), lambda: n.index(99), lambda: [].pop(), lambda: n.pop(99), lambda: [1, "a"].sort(), lambda: n + (1,),
          lambda: n.append(), lambda: n.append(1, 2), lambda: n.sort(1), lambda: sorted(5), lambda: list(5), lambda: n.nada, lambda: n["a"],
          lambda: n * [1], lambda: [1] - [1], lambda: n.extend(5), lambda: n.insert(1), lambda: sorted([3, None]), lambda: sorted([1], key=5), lambda: sorted([[1], [None], ["a"]])):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, "|", e)
