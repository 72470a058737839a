class Base:
    def __init__(self, **k):
        print("Base", k)


class A(Base):
    def __init__(self, a, **k):
        print("A", a)
        super().__init__(**k)
        self.a = a


class B(Base):
    def __init__(self, b, **k):
        print("B", b)
        super().__init__(**k)
        self.b = b


class C(A, B):
    def __init__(self, **k):
        super().__init__(**k)


c = C(a=1, b=2, z=3)
print(c.a, c.b, C.__mro__[1].__name__)
try:
    C(a=1)
except TypeError as e:
    print(e)


class Registro(dict):
    def __setitem__(self, k, v):
        print("guarda", k)
        super().__setitem__(k, v)

    def __getattr__(self, n):
        return self[n]


r = Registro()
r["x"] = 1
r.update(y=2)
print(r, r.x, len(r))


class Entero(int):
    def __add__(self, o):
        return Entero(int(self) + o + 1)

    def __repr__(self):
        return f"E{int(self)}"


print(Entero(5) + 1, repr(Entero(3)), Entero(2) * 2, [Entero(1)], Entero(5) == 5, isinstance(Entero(1), int), {5: "a"}[Entero(5)])


class Palabra(str):
    def __new__(cls, t):
        return super().__new__(cls, t.strip())

    def gritar(self):
        return self.upper() + "!"


p = Palabra(" hola ")
print(p, p.gritar(), len(p), p + "x", type(p + "x").__name__, p == "hola")
