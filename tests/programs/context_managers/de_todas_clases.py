import asyncio, contextlib
from contextlib import *
@contextmanager
def cm(n):
    print("entra", n)
    try: yield n
    except ValueError as e: print("atrapa", e)
    finally: print("sale", n)
with cm(1) as a, cm(2) as b: print(a, b); raise ValueError("v")
try:
    with cm(3): raise KeyError("k")
except KeyError as e: print("pasa", e)
@cm(4)
def deco(): print("deco"); return 1
print(deco(), deco())
with suppress(ZeroDivisionError, KeyError): 1/0
with ExitStack() as s:
    for i in range(2): s.enter_context(cm(i))
    s.callback(print, "cb", sep="-"); s.push(lambda *a: print("push", a[0]) or True)
    raise RuntimeError("x")
print("sigue")
@asynccontextmanager
async def acm(n):
    await asyncio.sleep(0.1); print("aentra", n)
    try: yield n
    finally: await asyncio.sleep(0.1); print("asale", n)
class A:
    async def __aenter__(self): print("A"); return self
    async def __aexit__(self, t, v, tb): print("Ax", t and t.__name__, v); return t is ValueError
async def main():
    async with acm(1) as x, A() as y, acm(2): print(x); raise ValueError("dentro")
    print("tragado")
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm("s")); st.push_async_callback(asyncio.sleep, 0.1); st.enter_context(cm("c")); st.push_async_exit(A())
    try:
        async with acm(5): raise KeyError("z")
    except KeyError as e: print(repr(e))
    @acm(9)
    async def d(): print("d")
    await d()
    try:
        async with cm(1): pass
    except TypeError as e: print(e)
    try:
        with acm(1): pass
    except TypeError as e: print(e)
    try:
        with 3: pass
    except TypeError as e: print(e)
    async with nullcontext(3) as n: print(n)
    with closing(type("C", (), {"close": lambda s: print("close")})()): pass
    async def cancelable():
        async with acm("cancel"): await asyncio.sleep(10)
    t = asyncio.create_task(cancelable()); await asyncio.sleep(0.5); t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelada")
asyncio.run(main())
@contextmanager
def dosv():
    yield 1
    yield 2
try:
    with dosv(): pass
except RuntimeError as e: print(e)
@contextmanager
def nada():
    if False: yield
try:
    with nada(): pass
except RuntimeError as e: print(e)
@contextmanager
def si():
    yield
try:
    with si(): raise StopIteration("s")
except StopIteration as e: print("SI", e)
