# Registro, relojes, textos y clases que derivan de los tipos propios.
import logging, sys, time, datetime, asyncio
log = logging.getLogger(__name__)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("%(asctime)s|%(levelname)-8s|%(name)s|%(funcName)s:%(lineno)d|%(threadName)s|%(message)s", datefmt="%H:%M"))
log.addHandler(h); log.setLevel("DEBUG")
def f():
    log.debug("d %s", 1); log.info("i %(a)s", {"a": 2}); log.warning("w"); log.critical("c", extra={}); log.log(logging.ERROR, "e %d%%", 5)
    try: {}["k"]
    except KeyError: log.exception("ex")
f(); log.propagate = False; log.setLevel(logging.ERROR); log.info("no"); print(log.isEnabledFor(logging.INFO), log.level, log.getEffectiveLevel(), logging.getLevelName(30), log.name, log)
log.error("mal formato %d", "x") if False else None
hijo = log.getChild("hijo"); hijo.error("desde hijo"); print(hijo.name)
logging.warning("raíz"); logging.getLogger("otro").error("otro")
class F(logging.Filter):
    def filter(self, r): return "no" not in r.getMessage()
h.addFilter(F()); log.error("esto no"); log.error("esto sí")
print(time.strftime("%Y", time.localtime(0)) in ("1970", "1969"), type(time.time()).__name__, time.strftime("%H:%M:%S", time.gmtime(3661)), isinstance(time.monotonic_ns(), int), time.perf_counter() <= time.perf_counter())
t0 = time.perf_counter(); time.sleep(.25); print(f"{time.perf_counter() - t0:.2f}s")
d = datetime.datetime.now(); d2 = d + datetime.timedelta(seconds=90); print(d2 - d, (d2 - d).seconds, d2 > d, datetime.timedelta(hours=25, minutes=3), str(datetime.timedelta(-1)), datetime.timedelta(minutes=5) / 2, datetime.timedelta(minutes=5) // datetime.timedelta(minutes=2), datetime.date(2024, 1, 31).strftime("%d-%b"), datetime.datetime(2024, 5, 6).strftime("%c"), f"{datetime.datetime(2024, 5, 6, 7, 8):%d/%m %H:%M}")
x = [1, 2, 3]
print(f"{x!r:>12}", f"{x[0]:03d}", f"{'nested ' + f'{x[1]}'}", f"{{}}", f"{x=}", f"{3.14159:.{x[1]}f}", f"{'ñ':>{x[2]}}", f"""{
    1 + 1}""", rf"\n{1}", f"{1,}", f"{ {'a': 1}['a'] }", f"{x[0] if x else 0}", f"{10_000:_}", f"{1e6:g} {1234.5:e} {0.000012:G} {255:X} {1:b} {65:c} {True:d} {-1:=+5d} {12.0:n}")
for s in ("{:d}", "{:.2f}", "{!r}", "{0}{1}", "{a}", "{:>", "{", "}", "{:q}", "{0.x}", "{0[9]}"):
    try: print(s.format(1))
    except Exception as e: print(type(e).__name__, e)
print("%(a)s %(b)05.1f" % {"a": 1, "b": 2.25}, "%c%c" % (65, "b"), "%-5s|%5s" % ("a", "b"), "%e" % 12345.678, "%g" % 1e-10, "%i %u %o" % (1, 2, 8), "%+d % d" % (1, 2), "%.3s" % "abcdef", "%*d" % (5, 3))
def deco(arg=None, *, k=1):
    def d(f):
        def w(*a, **kw): print("antes", arg, k); r = f(*a, **kw); print("después"); return r
        w.__name__ = f.__name__; return w
    return d
@deco("x", k=2)
@deco()
def suma(a, b=2, *c, d, **e): "doc"; return a + b
print(suma(1, d=0), suma.__name__)
class Pila(list):
    def __init__(self, *a): super().__init__(a)
    def __getitem__(self, i): r = super().__getitem__(i); return Pila(*r) if isinstance(i, slice) else r
    def __repr__(self): return f"Pila{super().__repr__()}"
    def __add__(self, o): return Pila(*super().__add__(list(o)))
p = Pila(1, 2, 3); print(p, p[1:], p + (4,), len(p), sorted(p, reverse=True), p == [1, 2, 3], isinstance(p, list), [*p], p.pop(), 2 in p)
class D(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
    def __setitem__(self, k, v): print("set", k); super().__setitem__(k, v)
d = D(a=1); print(d["b"], d, d.get("z"), D({"q": 1}) | {"w": 2}); d.update(x=1)
class S(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
    def __add__(self, o): return S(super().__add__(o))
print(S("ab") + "c", type(S("a") + "b").__name__, S("x").lower(), {S("a"): 1}["A"])
class I(int):
    def __add__(self, o): return I(super().__add__(o))
    def __repr__(self): return f"I({int(self)})"
print(I(3) + 4, I(3) * 2, [I(1)], f"{I(5)}", str(I(5)), I(5) == 5, hash(I(5)) == 5)
