class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return isinstance(o, P) and self.x == o.x
    def __hash__(self): return hash(self.x)
    def __lt__(self, o): return self.x < o.x
    def __repr__(self): return f'P({self.x})'
    def __str__(self): return f'<{self.x}>'
    def __format__(self, spec): return f'[{self.x}:{spec}]'

def gen(n):
    for i in range(n): yield i

print(list(gen(3)), tuple(gen(3)), set(gen(3)), frozenset(gen(2)), dict((i, i*i) for i in gen(3)))
print(sum(gen(5)), sorted(gen(4), reverse=True), ','.join(str(i) for i in gen(4)))
a = [P(3), P(1), P(2)]
a.sort(); print(a)
a.sort(reverse=True); print(a)
a.sort(key=lambda p: p.x); print(a)
a.sort(key=lambda p: -p.x); print(a)
print(sorted(a), sorted(a, key=lambda p: p.x, reverse=True), max(a), min(a))
print(a.index(P(2)), a.count(P(1)), P(3) in a)
a.remove(P(2)); print(a)
try: a.remove(P(9))
except ValueError as e: print(e)
try: a.index(P(9))
except ValueError as e: print(e)
t = tuple(a)
print(t.index(P(1)), t.count(P(3)))
d = {P(1): 'a', P(2): 'b'}
print(d, d[P(1)], d.get(P(2)), d.get(P(5)), d.get(P(5), 'no'), P(1) in d)
d[P(1)] = 'z'; print(d)
print(d.setdefault(P(1), 'q'), d.setdefault(P(3), 'w'), d)
print(d.pop(P(2)), d.pop(P(7), None), d)
try: d.pop(P(7))
except KeyError as e: print('KeyError', e)
d.update({P(1): 1, P(8): 2}); print(d)
d.update([(P(8), 5), (1, 2)]); print(d)
d.update(((k, k) for k in 'ab'), c=3); print(d)
del d[P(8)]; print(d)
s = {P(1), P(2), P(1)}
print(len(s), P(1) in s)
s.add(P(2)); s.add(P(3)); print(len(s))
s.discard(P(3)); s.discard(P(33)); print(len(s))
s.remove(P(2)); print(s)
try: s.remove(P(2))
except KeyError as e: print('KeyError', e)
print(s | {P(1)}, s & {P(1)}, s - {P(1)}, s ^ {P(1)})
print(s.union([P(1), P(2)]) == {P(1), P(2)}, s.intersection([P(1)]), s.difference([P(1)]), s.symmetric_difference([P(1), P(4)]))
print(s.issubset([P(1), P(2)]), s.issuperset([P(1)]), s.isdisjoint([P(1)]), s.isdisjoint({P(4)}))
s.update([P(1), P(5)], (P(6) for _ in range(2))); print(len(s))
print('{} {!r} {:x} {!s:>5}'.format(P(1), P(2), P(3), P(4)))
print('%s %r %5s|%-6s|' % (P(1), P(2), P(3), P(4)))
print('%(a)s %(b)d' % {'a': P(1), 'b': 3.7})
print('{a.x} {b[0]} {c}'.format(a=P(1), b=[P(2)], c=[P(3)]))
class D(dict):
    def __missing__(self, k): return k.upper()
print('{hola} {x}'.format_map(D(x=1)))
class M:
    def keys(self): return ['a', 'b']
    def __getitem__(self, k): return k * 2
print(dict(M()), dict(M(), z=1))
e = {}; e.update(M()); print(e)
class L(list):
    def __init__(self, *a): super().__init__(*a); self.n = 1
l = L([3, 1, 2]); l.append(9); l.sort(); print(l, len(l), l.n, l.index(9))
class I:
    def __index__(self): return 5
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __bool__(self): return False
    def __len__(self): return 3
print(int(I()), float(I()), bool(I()), str(I())[:3])
class E:
    def __len__(self): return 0
print(bool(E()), bool(object()), bool([]), bool('a'))
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(It()), tuple(It()), set(It()), sum(It()), max(It()), '-'.join(map(str, It())))
x = [0]; x.extend(It()); x += It(); print(x)
print(dict.fromkeys(It(), 0), dict.fromkeys('abc'), dict.fromkeys([1, 2], []))
print(sorted(['b', 'A', 'c'], key=str.lower), sorted([3, -1, 2], key=abs), sorted('hola', key=ord, reverse=True))
print(sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted({'b': 1, 'a': 2}), sorted({'b': 1, 'a': 2}.items(), key=lambda kv: kv[1]))
words = ['pera', 'uva', 'kiwi', 'fig']
words.sort(key=len); print(words)
words.sort(key=len, reverse=True); print(words)
print('abc'.translate(str.maketrans({'a': '1', 'b': None, 'c': 'xyz'})), 'hola'.translate(str.maketrans('ao', '40', 'l')))
print(bytes(gen(3)), b','.join(x for x in [b'a', b'b']))
try: dict(x for x in [1, 2])
except TypeError as e: print(e)
try: dict([1, 2, 3][i:i+1] for i in range(2))
except ValueError as e: print(e)
try: ','.join(x for x in [1, 2])
except TypeError as e: print(e)
try: sorted([1, 'a', 2])
except TypeError as e: print(e)
try: sorted([P(1), 3])
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
try: max([1, 'a'])
except TypeError as e: print(e)
