# Claves que dicen ellas mismas qué las iguala, y diccionarios que se vacían por delante.
from dataclasses import dataclass
from collections import OrderedDict
@dataclass(frozen=True)
class P:
    x: int
    y: int
d={P(i,i%7):i for i in range(1500)}
print(len(d), d[P(5,5)], P(5,6) in d, d.pop(P(6,6)), len(d))
s={P(i%10,0) for i in range(100)}; print(len(s), s=={P(i,0) for i in range(10)})
class H:
    def __init__(s,v): s.v=v
    def __hash__(s): return s.v%3
    def __eq__(s,o): return s.v==o.v
    def __repr__(s): return f'H{s.v}'
d={}
for i in range(20): d[H(i)]=i
del d[H(3)]; d[H(3)]=99; d[H(4)]=5; print(d, list(d)[-1])
o=OrderedDict((i,i) for i in range(8000))
n=0
while len(o)>10:
    k,v=o.popitem(last=False); n+=v
print(n,o)
d={i:i for i in range(8000)}
while len(d)>5: del d[next(iter(d))]
print(d); d[1]=2; print(d, list(reversed(d)))
while d: d.popitem()
d['a']=1; print(d); d.clear(); d['b']=2; print(d)
s=set(range(8000)); t=0
while s: t+=s.pop()
print(t)
