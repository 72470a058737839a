class L(list):
    def __init__(self, *a):
        super().__init__(*a)
        self.n = 1
    def append(self, x):
        print('append', x)
        super().append(x)
    def __getitem__(self, i):
        return ('item', super().__getitem__(i))
l = L(x for x in range(3)); l.append(9); print(l, len(l), l.n, l[0], 9 in l, [x for x in l])
l = L([3, 1]); l.sort(); print(l, l[-1])
class D(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)
    def __getitem__(self, k):
        return super().__getitem__(k) + 1
d = D(a=1); d['b'] = 5; print(d, d['b'], 'a' in d, len(d), d.get('b'))
d.update(c=3); print(d, list(d), list(d.items()))
try: d['zz']
except KeyError as e: print('KeyError', e)
class S(set):
    def add(self, x):
        super().add(x); return self
s = S([1]); print(s.add(2) == {1, 2}, len(s), 2 in s, bool(s), bool(S()))
class C(dict):
    def __missing__(self, k):
        self[k] = []
        return self[k]
c = C(); c['x'].append(1); c['x'].append(2); print(c)
class T(str):
    def gritar(self): return self.upper() + '!'
t = T('hola'); print(t, t.gritar(), t == 'hola', len(t), t[0], {t: 1}['hola'], f'{t:>6}', isinstance(t, str), repr(t), t + '!', 'o' in t)
print(hasattr([], '__iter__'), hasattr(5, '__iter__'), hasattr({}, '__len__'), hasattr('a', '__getitem__'))
print([1, 2].__len__(), (1, 2).__getitem__(0), {'a': 1}.__contains__('a'))
a, *b = (x for x in range(4)); print(a, b)
P = type('P', (), {})
it = iter([1, 2, 3]); print(list(it), list(it))
print(bool(L()), bool(D()), bool(T('')), str(L([1])), repr(D(a=1)))
class N(int):
    def __add__(self, o): return N(int(self) + o + 100)
print(N(5) + 1, N(3), N(3) * 2, isinstance(N(1), int), N('7'))
