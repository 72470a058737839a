# Lo que hace una operación con muchos elementos lo hace por partes: da lo mismo.
import json

print(len(set(enumerate(range(60_000)))), len(set(zip(range(6000), range(6000)))), len(set(range(60_000))), len(set("ab" * 60_000)))
a, b = set(range(70_000)), set(range(40_000, 110_000))
print(len(a | b), len(a & b), len(a - b), len(a ^ b))
print(len(a.union(b)), len(a.intersection(b)), len(a.difference(b)), len(a.symmetric_difference(b)))
print(a <= b, a == set(range(70_000)), a.isdisjoint(b), a.issubset(b))
a |= b
a &= set(range(50_000))
a -= set(range(100))
print(len(a), type(frozenset(a) | b).__name__)

n = 210_000
l = list(range(n))
print(sum(l), min(l), max(l), any(l), all(l), -1 in l, n - 1 in l, l.count(5), l.index(n - 1), sum(l, 5))
t = tuple(l)
print(l == list(range(n)), l < l, l >= l, t == tuple(l), hash(t) == hash(tuple(l)), t.index(205_000), t.count(-1))
l.remove(n - 1)
for f in (l.remove, l.index):
    try:
        f(-5)
    except ValueError as e:
        print(e)
d = dict([(i, i) for i in range(60_000)])
print(len(d), d == dict(d), min(range(n)), max(dict.fromkeys(l)))

s = "ñandú€" * 35_000
print(s.upper()[-6:], s.swapcase()[:6], s.translate({241: "gn", 8364: None})[:10], len(list(s)))
print(s[123_456], s[-3:], s[::-1][:4], s[100_000:100_006], s[150_000:150_010:2], s[5], s[209_999], s[0])
print(sum(ord(s[i]) for i in range(0, 210_000, 7)), sum(ord(s[i]) for i in range(209_999, -1, -1000)))

texto = json.dumps([s[:100]] * 50, ensure_ascii=False)
print(json.loads(texto) == [s[:100]] * 50, json.loads(r'["a\"b", "c\\", "\u00f1\u20ac", "d"]'))
for malo in ('["abc', '["a\\', '["a\\"', '"\\u12"', '"x" y'):
    try:
        print(json.loads(malo))
    except ValueError as e:
        print(e)
print(json.loads(json.dumps(list(range(20_000)))) == list(range(20_000)))
