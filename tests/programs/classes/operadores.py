class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __add__(self, otro):
        if not isinstance(otro, Vector):
            return NotImplemented
        return Vector(self.x + otro.x, self.y + otro.y)

    def __sub__(self, otro):
        return Vector(self.x - otro.x, self.y - otro.y)

    def __mul__(self, k):
        if isinstance(k, Vector):
            return self.x * k.x + self.y * k.y
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __eq__(self, otro):
        return isinstance(otro, Vector) and (self.x, self.y) == (otro.x, otro.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __bool__(self):
        return bool(self.x or self.y)

    def __iter__(self):
        yield self.x
        yield self.y

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __len__(self):
        return 2

    def __call__(self, f):
        return Vector(f(self.x), f(self.y))

    def __contains__(self, v):
        return v in (self.x, self.y)

    def __iadd__(self, otro):
        self.x += otro.x
        self.y += otro.y
        return self

    def __format__(self, spec):
        return f"({format(self.x, spec)}; {format(self.y, spec)})"

    def __round__(self, n=0):
        return Vector(round(self.x, n), round(self.y, n))


v, w = Vector(3, 4), Vector(1, 2)
print(v + w, v - w, v * 2, 2 * v, v * w, -v, abs(v), v == Vector(3, 4), v != w, bool(Vector(0, 0)))
print(list(v), v[0], v[-1], len(v), v(str), 3 in v, 9 in v, {v: "a"}[Vector(3, 4)], *v)
a, b = v
u = v
u += w
print(a, b, u is v, v, f"{v:.2f} {v}", round(Vector(1.26, 2), 1), sum([w, w], Vector(0, 0)))
for f in (lambda: v + 1, lambda: 1 + v, lambda: v / 2, lambda: v < w, lambda: v[5], lambda: +v, lambda: v @ w, lambda: v ** 2, lambda: int(v), lambda: sum([w])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
