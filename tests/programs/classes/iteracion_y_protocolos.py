class Rango:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return (i for i in range(self.n))

    def __reversed__(self):
        return iter(range(self.n - 1, -1, -1))

    def __length_hint__(self):
        return self.n


r = Rango(3)
print(list(r), list(reversed(r)), [*r, *r], sum(r), 2 in r, 9 in r, sorted(r, reverse=True), dict(enumerate(r)), max(r), tuple(r), set(r), ",".join(map(str, r)))
a, *b = r
print(a, b)
for x, y in zip(r, Rango(2)):
    print(x, y)


class Viejo:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


print(list(Viejo()), 20 in Viejo(), [*Viejo()], list(zip(Viejo(), "ab")))


class Bool:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        print("bool", self.v)
        return self.v


if Bool(True) and not Bool(False):
    print("sí")
print(bool(Bool(False)) or "no", all([Bool(True), Bool(False), Bool(True)]))
x = Bool(True) or Bool(False)
print(x.v, [i for i in (Bool(False), Bool(True)) if i][0].v)
assert Bool(True)
while Bool(False):
    pass


class Texto:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __format__(self, e):
        return f"format({e})"

    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __bytes__(self):
        return b"b"

    def __dir__(self):
        return ["b", "a"]


t = Texto()
print(t, [t], f"{t} {t!r} {t!s:>5} {t:x}", "{} {!r}".format(t, t), "%s %r" % (t, t), str(t), repr(t), int(t), float(t), bytes(t), dir(t), format(t), print(t))
