from collections import deque, defaultdict, Counter, namedtuple, OrderedDict, ChainMap

d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.pop(), d.popleft(), d, len(d), d[0], list(reversed(d)))
d.rotate(1); d.extend([9, 8]); d.extendleft([7])
print(d, 9 in d, d.maxlen, deque("abc"), d.count(9), d == deque(d))
try:
    deque().popleft()
except IndexError as e:
    print(e)
dd = defaultdict(list)
dd["a"].append(1); dd["b"]; dd["a"].append(2)
print(dd, dict(dd), dd.get("z"), "z" in dd, defaultdict(int), sorted(defaultdict(lambda: 5, x=1)))
try:
    defaultdict()["x"]
except KeyError as e:
    print(repr(e))
c = Counter("abracadabra")
print(c, c["a"], c["z"], c.most_common(2), sorted(c.elements())[:4], sum(c.values()), c.total())
print(c + Counter("aaz"), c - Counter("aaaab"), Counter(a=1) & Counter(a=3), Counter(a=1) | Counter(b=2), Counter([1, 1, 2]), Counter({"x": 3}), Counter())
c.update("zz"); c.subtract({"a": 10}); del c["b"]
print(c, +c)
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p._replace(x=9), p._asdict(), P._fields, p == (1, 2), *p, P._make([5, 6]), namedtuple("Q", ["a", "b"], defaults=[7])(1))
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: setattr(p, "x", 5), lambda: p.z, lambda: namedtuple("R", "a a"), lambda: namedtuple("R", "class")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, o.popitem(last=False), ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
