d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, len(d), list(d), d.keys(), d.values(), d.items(), "a" in d, 2 in d)
print(d.get("z"), d.get("z", 0), d.get("a"), d.setdefault("a", 99), d.setdefault("n", []), d.pop("c"), d.pop("q", None), d)
d["n"].append(1)
d.update({"x": 1, "a": 0}, y=2)
d.update([("z", 26)])
print(d, d.popitem(), d | {"a": "nuevo"}, {**d, "fin": 1})
d |= {"m": 5}
del d["b"]
print(d, list(reversed(d)), dict(d) == d, d.copy() is d)
for k, v in d.items():
    print(k, v, end="; ")
print()
print(dict([("a", 1), ("b", 2)]), dict(a=1, b=2), dict({"a": 1}, b=2), dict(zip("ab", "cd")), dict(), dict.fromkeys("abc"), dict.fromkeys([1, 2], 0))
print({1: "a", 1.0: "b", True: "c"}, {(1, 2): "t", None: "n", "1": "s", 1: "i"}, {"a": 1, "b": 2} == {"b": 2, "a": 1})
print(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), max({"x": 5, "y": 9}.items(), key=lambda p: p[1]), min({"q": 1, "p": 2}))
print({"a": 1}.keys() & {"a", "b"}, {"a": 1}.keys() | {"a"}, {"a": 1}.keys() - {"a"}, {"a": 1}.items() == {"a": 1}.items(), {"a": 1}.keys() == {"a"})
agrupado = {}
for p in ["ana", "bea", "alba", "carla", "blas"]:
    agrupado.setdefault(p[0], []).append(p)
print(agrupado, {v: k for k, v in {"a": 1, "b": 2}.items()}, {k: len(v) for k, v in agrupado.items()})
anidado = {"x": {"y": {"z": [1, {"w": 2}]}}}
print(anidado["x"]["y"]["z"][1]["w"])
for f in (lambda: d["no"], lambda: d[99], lambda: d[(1, 2)], lambda: {}.popitem(), lambda: d.pop("no"), lambda: {[]: 1}, lambda: {{}: 1}, lambda: d[[1]], lambda: d[{1}],
          lambda: dict([1]), lambda: dict(5), lambda: dict(["abc"]), lambda: d + d, lambda: d < d, lambda: d.nada, lambda: d.get(), lambda: d.update(5), lambda: dict([(1, 2, 3)])):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, "|", e)
try:
    for k in d:
        d[k + "2"] = 1
except RuntimeError as e:
    print(e)
try:
    for k in list(d):
        del d[k]
    print(d)
    d = {"a": 1, "b": 2}
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e, d)
