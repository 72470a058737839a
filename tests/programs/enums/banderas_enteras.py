# Banderas que además son números.
from enum import *
class IF(IntFlag):
    A=1
    B=2
x=IF.A|IF.B
print(type(x), x, repr(x), IF.A & IF.B, IF.A ^ 3, ~IF.A, IF(7), repr(IF(7)), IF.A+1, x==3, IF.A in x, list(x), repr(IF.A|4), 1|IF.B)
class F(Flag):
    R=1
    W=2
print(F.R|F.W, repr(F.R|F.W), repr(~F.R), F.R in (F.R|F.W))
