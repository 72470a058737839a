class Version:
    def __init__(self, texto):
        self.partes = tuple(map(int, texto.split(".")))

    def __repr__(self):
        return ".".join(map(str, self.partes))

    def __lt__(self, otra):
        return self.partes < otra.partes

    def __eq__(self, otra):
        if not isinstance(otra, Version):
            return NotImplemented
        return self.partes == otra.partes


v = [Version(x) for x in ("1.10", "1.2", "1.2.1", "0.9")]
print(sorted(v), min(v), max(v), v[0] > v[1], v[0] < v[1], Version("1.2") in v, v.index(Version("0.9")), v[0] == "1.10", v[0] != 5)
for f in (lambda: v[0] <= v[1], lambda: v[0] < 5, lambda: {v[0]: 1}, lambda: hash(v[0])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)


class Ruidoso:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        print(f"{self.n} == {getattr(o, 'n', o)}")
        return self.n == getattr(o, "n", o)

    def __lt__(self, o):
        print(f"{self.n} < {o.n}")
        return self.n < o.n

    def __hash__(self):
        return 1

    def __repr__(self):
        return f"R{self.n}"


print(sorted([Ruidoso(3), Ruidoso(1), Ruidoso(2)]))
print(Ruidoso(1) in [Ruidoso(2), Ruidoso(1)], [5, Ruidoso(7)].count(7), {Ruidoso(1): "a", Ruidoso(2): "b"}[Ruidoso(2)])
r = Ruidoso(9)
print(r in [r], [r] == [r], Ruidoso(1) > Ruidoso(2))


class Padre:
    def __eq__(self, o):
        return "padre"


class Hijo(Padre):
    def __eq__(self, o):
        return "hijo"


print(Padre() == Hijo(), Hijo() == Padre(), Padre() != Hijo(), Padre() == 1, 1 == Padre())
