# Salir de try, generadores, grupos y los errores más comunes.
import asyncio
def f():
    try: return 1
    finally: print("fin f")
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print(i)
        finally: print("fin", i)
    else: print("else")
    while True:
        try: return "try"
        finally: break
    return "tras"
def h():
    try:
        try: raise ValueError("a")
        except ValueError as e:
            raise KeyError("b") from e
        finally: print("f1")
    except KeyError as e:
        return e.__cause__, e.__context__, e.__suppress_context__
print(f(), g(), h())
def gen():
    try:
        x = yield 1
        print("recibo", x)
        yield from sub()
    except ValueError as e: print("gv", e); yield "tras"
    finally: print("gfin")
def sub():
    r = yield "s1"
    print("sub", r)
    return "ret"
it = gen(); print(next(it), it.send("h"), it.send("k") if False else "", it.throw(ValueError("t")))
try: next(it)
except StopIteration as e: print("SI", e.value)
def d():
    r = yield from sub(); print("r", r); return r
i = d(); next(i)
try: i.send("z")
except StopIteration as e: print(e.value)
i = gen(); next(i); i.close(); print(i.gi_frame)
def malo():
    try: yield 1
    except GeneratorExit: yield 2
i = malo(); next(i)
try: i.close()
except RuntimeError as e: print(e)
def si():
    yield 1; raise StopIteration("x")
try: list(si())
except RuntimeError as e: print(repr(e), repr(e.__cause__))
try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3), OSError(4)])])
except* ValueError as e: print("V", e.exceptions, e)
except* (TypeError, OSError) as e: print("TO", repr(e))
eg = ExceptionGroup("x", [ValueError(1), ExceptionGroup("y", [KeyError(2)])])
print(eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, KeyError)), eg.derive([OSError()]), eg.message)
try: ExceptionGroup("x", [])
except ValueError as e: print(e)
try: ExceptionGroup("x", [1])
except ValueError as e: print(e)
class MiError(Exception):
    def __init__(self, c, m): super().__init__(m); self.c = c
    def __str__(self): return f"[{self.c}] {super().__str__()}"
try: raise MiError(3, "mal")
except MiError as e: print(e, repr(e), e.args); e.add_note("nota"); print(e.__notes__)
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)
try: exec_ = undefined_name
except NameError as e: print(e, e.name)
try: (lambda: zz)()
except NameError as e: print(e)
def loc():
    print(q); q = 1
try: loc()
except UnboundLocalError as e: print(e)
try: import noexiste_modulo
except ModuleNotFoundError as e: print(type(e).__name__)
try: assert 1 == 2, "men"
except AssertionError as e: print(repr(e))
try: raise ValueError
except ValueError as e: print(repr(e))
try: raise 5
except TypeError as e: print(e)
try: raise ValueError("x") from None
except ValueError as e: print(e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: undefined
except NameError as e: print(repr(e.__context__))
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, *c = 1,
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
try: [][0] = 1
except IndexError as e: print(e)
try: (1,)[0] = 1
except TypeError as e: print(e)
try: del {}["x"]
except KeyError as e: print(e)
x = [1, 2, 3, 4, 5]; x[1:3] = "abc"; del x[::2]; print(x); x[1:1] = [9]; print(x, x[::-1], x[-2:], x[10:])
if (n := len(x)) > 2: print(n)
print([y for z in [[1, 2], [3]] for y in z if y != 2], {k: v for k, v in zip("ab", (1, 2))}, {c for c in "hola"} == set("aloh"), (lambda *a, k=1, **q: (a, k, q))(1, 2, k=3, z=4))
print(1 < 2 < 3 != 4 is not None, not [] or "a", 0 or [] or "x", 1 and 2, 3 if [] else 4)
global_v = 1
def gg():
    global global_v; global_v += 1; return global_v
print(gg(), global_v)
raise MiError(1, "último") from ValueError("causa")
