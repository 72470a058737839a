# `__format__` de las subclases de los tipos propios.
from enum import IntEnum
class P(IntEnum):
    A = 3
print(f"{P.A:>4}", format(P.A, "04"), "{:>5}".format(P.A), "%5d" % P.A, f"{True:>6}")
class I(int): pass
print(f"{I(3):>4}", format(I(7), "x"), int.__format__(True, "5"), int.__format__(3, ">4"), str.__format__("a", ">3"), float.__format__(1.5, ".2f"))
class G(float):
    def __format__(self, s): return "G" + float.__format__(self, s)
print(f"{G(1.5):.3f}", f"{G(2)}")
class H(str):
    def __format__(self, s): return str.__format__(self, s)
print(f"{H('a'):>4}|")
