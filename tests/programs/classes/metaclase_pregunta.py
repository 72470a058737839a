class Meta(type):
    def __instancecheck__(cls, o):
        print("instancecheck", o)
        return o == 3 or super().__instancecheck__(o)
    def __subclasscheck__(cls, c):
        print("subclasscheck", c)
        return c is int or super().__subclasscheck__(c)
class A(metaclass=Meta):
    def __repr__(self): return "<A>"
class H(A): pass
print(isinstance(3, A), isinstance(A(), A), issubclass(int, A), issubclass(str, (A, str)))
print(isinstance(H(), A), isinstance(2, A), issubclass(H, A), issubclass(A, H))
print(isinstance(4, (str, A)), isinstance("x", (A, str)))
print(isinstance(3, A | str))
def f():
    class C: pass
    C.__qualname__ = "Otro"
    return C
print(f(), f().__qualname__, "__qualname__" in f().__dict__)
