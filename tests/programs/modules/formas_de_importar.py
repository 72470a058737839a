import math as m, time
from math import pi as PI, sqrt
from asyncio import sleep as dormir, run, gather
import collections.abc
from collections import (
    deque,
    Counter as Contador,
)


async def main():
    print(await gather(dormir(1, "a"), dormir(0, "b")), time.perf_counter())


run(main())
print(m.floor(PI), sqrt(16), deque([1]), Contador("aa"), isinstance([], collections.abc.Sequence), m.__name__, time.__name__)
print(isinstance(iter([]), collections.abc.Iterator), callable(m.sqrt))
