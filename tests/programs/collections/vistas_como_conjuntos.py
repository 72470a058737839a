# Las vistas de un diccionario como conjuntos.
d = {"a": 1, "b": 2}
print(d.items() & {("a", 1)}, d.items() - {("a", 1)}, sorted(d.items() | {("z", 0)}), d.keys() & ["a", "q"], sorted(d.keys() | "xy"), sorted({"a"} ^ d.keys()), {("a", 1)} & d.items(), d.items() ^ d.items())
print(d.items() == {("a", 1), ("b", 2)}, d.keys() == {"a", "b"}, d.keys() <= {"a", "b", "c"}, d.items() > {("a", 1)}, ("a", 1) in d.items(), ("a", 2) in d.items(), d.keys() != {"a"}, d.keys().isdisjoint("xz"), d.items().isdisjoint([("a", 1)]), d.values() == d.values(), d.keys() < d.keys(), d.keys() == ["a", "b"], {"a", "b"} == d.keys())
for f in (lambda: d.keys() & 5, lambda: d.items() | 5, lambda: d.values() & {1}, lambda: {1} & [1], lambda: {1} | d.values(), lambda: d.keys() < 5, lambda: {"k": []}.items() & {1}, lambda: d.keys() + d.keys(), lambda: d.keys()[0]):
    try: print(f())
    except TypeError as e: print(e)
print(d.keys(), d.items(), d.values(), len(d.items()), list(reversed(d.items())))
