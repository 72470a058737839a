# Lo que una clase recibe de `collections.abc`, y lo que le pide.
import collections.abc as ca
from collections.abc import MutableMapping, Sequence, Iterator, AsyncIterator, MutableSequence, Mapping
class MM(MutableMapping):
    def __init__(s): s.d={}
    def __getitem__(s,k): return s.d[k]
    def __setitem__(s,k,v): s.d[k]=v
    def __delitem__(s,k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m=MM(); m['a']=1; m.update(b=2); m.update({'q':1}); print(dict(m), m.pop('a'), m.setdefault('z',5), list(m.items()), m.get('x'), 'b' in m, m=={'b':2,'q':1,'z':5}, len(m))
try: m.pop('nope')
except KeyError as e: print(repr(e))
print(m.pop('nope',3), sorted(m.keys()), list(m.values()), isinstance(m,Mapping), isinstance(m,MutableMapping), isinstance(m, dict))
m.clear(); print(len(m))
class Bad(MutableMapping): 
    def __len__(s): return 0
try: Bad()
except TypeError as e: print(e)
class SQ(Sequence):
    def __getitem__(s,i):
        if i>=3: raise IndexError
        return i*10
    def __len__(s): return 3
s=SQ(); print(list(s), 20 in s, s.index(10), s.count(0), list(reversed(s)), isinstance(s,Sequence))
try: s.index(99)
except ValueError as e: print('ve')
match s:
    case [a,*b]: print(a,b)
class It(Iterator):
    n=0
    def __next__(s):
        s.n+=1
        if s.n>3: raise StopIteration
        return s.n
print(list(It()), sum(It()), isinstance(It(),Iterator))
class MS(MutableSequence):
    def __init__(s,*a): s.l=list(a)
    def __getitem__(s,i): return s.l[i]
    def __setitem__(s,i,v): s.l[i]=v
    def __delitem__(s,i): del s.l[i]
    def __len__(s): return len(s.l)
    def insert(s,i,v): s.l.insert(i,v)
m=MS(1,2,3); m.append(4); m.extend([5,6]); m.remove(2); print(m.pop(), m.pop(0), list(m)); m.reverse(); print(m.l); m+=[9]; print(m.l, 9 in m, len(m))
import asyncio
class AI(AsyncIterator):
    n=0
    async def __anext__(s):
        s.n+=1
        if s.n>2: raise StopAsyncIteration
        return s.n
async def main(): print([x async for x in AI()])
asyncio.run(main())
class Gen(ca.Iterable): 
    def __iter__(s): return iter([1])
print(list(Gen()))
