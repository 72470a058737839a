class Pila:
    def __init__(self, *xs):
        self._xs = list(xs)

    def __len__(self):
        return len(self._xs)

    def __getitem__(self, i):
        print("getitem", i)
        return self._xs[i]

    def __setitem__(self, i, v):
        print("setitem", i, v)
        self._xs[i] = v

    def __delitem__(self, i):
        print("delitem", i)
        del self._xs[i]


p = Pila(1, 2, 3)
print(len(p), p[0], p[-1], p[0:2], bool(p), bool(Pila()))
p[0] = 9
p[1] += 5
del p[0]
print([x for x in p], 7 in p, list(reversed(p)), list(p))


class Cuenta:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


for x in Cuenta(2):
    print(x)
print(list(Cuenta(3)), sum(Cuenta(4)), max(Cuenta(2)), 1 in Cuenta(3), [*Cuenta(1)], dict(zip("ab", Cuenta(2))))
a, b = Cuenta(2)
print(a, b)


class Malo:
    def __len__(self):
        return -1

    def __iter__(self):
        return 5

    def __bool__(self):
        return "sí"

    def __repr__(self):
        return 5

    def __str__(self):
        return None

    def __hash__(self):
        return "x"

    def __contains__(self, x):
        return "verdadero"

    def __index__(self):
        return 1.5


m = Malo()
for f in (lambda: len(m), lambda: list(m), lambda: bool(m), lambda: repr(m), lambda: str(m), lambda: hash(m), lambda: 3 in m, lambda: [1, 2][m], lambda: range(m)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)


class Indice:
    def __index__(self):
        return 1


print([10, 20][Indice()], "abc"[Indice():], list(range(Indice())), hex(Indice()), [0] * Indice())
