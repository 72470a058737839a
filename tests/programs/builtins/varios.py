print(abs(-3), pow(2, 3), round(2.567, 1), divmod(17, 5), sum([1, 2], 10), max(1, 5, 3), min([4, 2]), len("abc"), ord("a"), chr(97))
print(isinstance(1, int), isinstance("a", (int, str)), issubclass(bool, int), type(1) is int, type("").__name__, callable(len))
print(all([1, 2]), any([0, 0]), list(map(int, "123")), list(filter(str.isdigit, "a1b2")), sorted("cab"), list(reversed("abc")))
print(bool(""), int("5"), float("2.5"), str(5), repr("5"), list("ab"), tuple("ab"), set("a"), dict(a=1), bin(5), oct(8), hex(255))
print(id(1) == id(1), hash("a") == hash("a"), type(None), type(print).__name__, type(lambda: 0).__name__, type(range(1)).__name__, type(type(1)).__name__)
print(__name__, sum(x * x for x in range(4)), sum([[1], [2]], []), round(-1.5), round(1.25, 1), int("-5"), abs(-0.0), bool([0]))
print(getattr("a", "upper")(), hasattr([], "append"), hasattr(5, "nada"), getattr(5, "nada", "por defecto"), type([]).__name__, isinstance([], list))
print(list(enumerate(["a", "b"])), list(zip("ab", [1, 2])), next(iter("z")), list(iter([1])), slice(3), format(7, "03"), ascii("ñ"))
print(int.__name__, str(int), [t.__name__ for t in (int, str, float, bool, list, dict, set, tuple, bytes, range, object, type)])
for f in (lambda: len(3), lambda: abs(), lambda: sum(1), lambda: int("a"), lambda: isinstance(1, 5), lambda: chr("a"), lambda: max(), lambda: max(1, "a"), lambda: sorted(), lambda: len(), lambda: len([], []),
          lambda: pow(2), lambda: round(), lambda: iter(), lambda: getattr(5, "x"), lambda: bool(1, 2), lambda: str(1, 2, 3, 4), lambda: int(x=5), lambda: divmod(5), lambda: hash({}), lambda: type(), lambda x=5: x(), lambda x=None: x(), lambda x=[]: x(), lambda: None.x, lambda x=None: x[0], lambda x=5: x[0], lambda: print.x):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, "|", e)
