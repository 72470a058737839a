print(repr("a'b"), repr('a"b'), repr("a'b\"c"), repr("\n\t\r\\"), repr("\x00\x1b\x7f\x80\xa0\xad"), repr("ñ€🎉"), repr("\u200b\ufeff\ud7ff"), repr("\U000e0001"))
print([1.0, 1, True, None, "x", (1,), (), [], {}, set(), {1}, {"a": [1]}, range(3), range(1, 9, 2), slice(1, 2), ...])
print(repr(print), repr(len), repr(int), repr(str), repr(ValueError), repr(type(None)), type(type), repr(NotImplemented))
print(repr(ValueError("x")), repr(ValueError()), repr(ValueError(1, "a")), str(ValueError(1, "a")), str(KeyError("k")), str(ValueError()), repr(KeyError("k")))
l = [1]
l.append(l)
print(l)
d = {}
d["yo"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
print(frozenset([1]), frozenset(), b"a", 1e50, -0.0)
print({"b": 1, "a": 2}.keys(), {"k": 1}.values(), {"k": 1}.items(), repr({1: {2: {3: ()}}}))
print(str([("a", 1.5)]), str(("solo",)), str(None), str(True), str(1.50), str(b"\n"))
