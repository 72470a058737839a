# Metaclases, descriptores y todos los métodos especiales de un golpe.
import asyncio, time, sys
class Meta(type):
    def __new__(m, n, b, d, **k):
        print("new", n, sorted(x for x in d if not x.startswith("__")), k)
        return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
    def __call__(c, *a): print("call", a); return super().__call__(*a)
class A(metaclass=Meta, opt=1):
    x = 1
    def m(self): return "A.m"
class B(A):
    def m(self): return "B" + super().m()
class C(A):
    def m(self): return "C" + super().m()
class D(B, C): pass
print(D().m(), [k.__name__ for k in D.__mro__], D.__bases__, type(D), D.__name__, D.__module__, D.__qualname__)
class Desc:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o): return self if i is None else i.__dict__.get(self.n, "nada")
    def __set__(self, i, v):
        if v < 0: raise ValueError(f"{self.n} negativo")
        i.__dict__[self.n] = v
class V:
    a = Desc()
    __slots__ = ("__dict__", "q")
    def __init_subclass__(cls, /, tag=None, **k): cls.tag = tag; super().__init_subclass__(**k)
    def __class_getitem__(cls, i): return f"{cls.__name__}[{i}]"
    def __getattr__(self, n):
        if n.startswith("_"): raise AttributeError(n)
        return "dyn " + n
class W(V, tag="t"): pass
v = W(); print(v.a, v.zzz, W.tag, V[int]); v.a = 3; print(v.a)
try: v.a = -1
except ValueError as e: print(e)
try: v._p
except AttributeError as e: print("AE", e)
class N:
    def __init__(s, v): s.v = v
    def __add__(s, o): return NotImplemented if not isinstance(o, N) else N(s.v + o.v)
    def __radd__(s, o): return N(s.v + o)
    def __iadd__(s, o): s.v += 100; return s
    def __mul__(s, o): return N(s.v * o)
    __rmul__ = __mul__
    def __neg__(s): return N(-s.v)
    def __repr__(s): return f"N({s.v})"
    def __eq__(s, o): return isinstance(o, N) and s.v == o.v
    def __lt__(s, o): return s.v < o.v
    def __hash__(s): return hash(s.v)
    def __bool__(s): return s.v != 0
    def __len__(s): return 7
    def __getitem__(s, i): return (s.v, i)
    def __contains__(s, i): return i == s.v
    def __call__(s, *a, **k): return a, k
    def __index__(s): return s.v
    def __int__(s): return s.v
    def __float__(s): return s.v + .5
    def __format__(s, f): return f"<{f}>"
    def __matmul__(s, o): return "mat"
    def __divmod__(s, o): return "dm"
    def __pow__(s, o, m=None): return ("pow", o, m)
    def __invert__(s): return "inv"
    def __abs__(s): return "abs"
    def __round__(s, n=None): return ("round", n)
    def __reversed__(s): return iter("rev")
    def __enter__(s): print("enter"); return s
    def __exit__(s, *a): print("exit", a[0]); return True
n = N(3)
print(sum([N(1), N(2)]), n + n, 2 + n, 3 * n, -n, n == N(3), n in {N(3)}, sorted([N(3), N(1)]), max(N(1), N(2)), bool(N(0)), len(n), n[1], n[1:2], n[1, ...], 3 in n, n(1, a=2), [0, 1, 2, 9][n], int(n), float(n), f"{n:abc}", n @ 1, divmod(n, 2), n ** 2, pow(n, 2, 5), ~n, abs(n), round(n), round(n, 2), list(reversed(n)), hex(n), range(n))
n += 1; print(n)
with n: raise KeyError("x")
for f in (lambda: n + "a", lambda: n - 1, lambda: n > 2, lambda: object() < 1, lambda: del_(n), lambda: n.foo, lambda: N(), lambda: setattr(1, "a", 2), lambda: A.zz, lambda: super().x, lambda: Meta("q"), lambda: object().a, lambda: type("X", (int, str), {}), lambda: type("X", (B, A, D), {})):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
from abc import ABC, abstractmethod
class Abs(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def g(self): ...
try: Abs()
except TypeError as e: print(e)
class P:
    def __init__(self): self._x = 1
    @property
    def x(self): "doc"; return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): print("del")
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(a): return a
    y = property(lambda s: 9)
p = P(); p.x = 5; print(p.x, P.c(), p.s(1), P.x.__doc__, p.y); del p.x
try: p.y = 1
except AttributeError as e: print(e)
print(vars(p), dir(p)[-4:], hasattr(p, "q"), getattr(p, "q", 0), isinstance(p, (int, P)), issubclass(B, A), callable(P), id(p) == id(p), p.__class__, type(p) is P)
def outer():
    x = 1
    def inner():
        nonlocal x; x += 1; return x
    return inner
f = outer(); print(f(), f(), f.__closure__[0].cell_contents, f.__code__.co_freevars, outer.__closure__)
