import asyncio, sys
nombres = ["Ana", "José Luis", "Íñigo"]
print(f"{'Nombre':<12}|{'Edad':^6}|{'Saldo':>12}")
print("-" * 32)
for n, e, s in zip(nombres, (30, 4, 101), (1234.5, -0.001, 1e9)):
    print(f"{n:<12}|{e:^6}|{s:>12,.2f}|{s:+.1e}|{s:g}|{e:#06x}|{e:b}|{e:03d}|{s:.0f}|{e / 200:.1%}")
print(f"{nombres[0]!r:>10} {nombres=} {len(nombres)=:>4} {3.14159:.{2}f} {{}} {'a' 'b'} {chr(10)!r}")
print("ñandú".upper(), "HOLA".capitalize(), "hola mundo".title(), "a-b-c".split("-", 1), "  x ".strip(), "abc".center(9, "*"), "7".zfill(3), "aXbX".replace("X", "", 1), "hola"[::-1], "abc".find("c"), "a,b;c".partition(";"), "x=1".rpartition("="), "áé".encode(), b"\xc3\xa1".decode(), "abc".isalpha(), "12".isdigit(), "abc".startswith(("x", "a")), "%s tiene %d años y %.2f" % ("Ana", 30, 1.5), "{0}-{1}-{0}".format(1, 2), "{n:>5}".format(n=3), "a\tb".expandtabs(4), "línea1\nlínea2".splitlines(), "aaa".count("a"), "abc".translate(str.maketrans("ab", "xy")), "Straße".casefold(), "x".join("abc"), "prefijo_x".removeprefix("prefijo_"), "a b  c".split(), max("hola"), sorted("hola"), "".join(reversed("abc")), ord("ñ"), "\u00f1", r"\n", """tres
líneas""", sep=" / ")
print(1_000_000, 0xff, 0b101, 0o17, 1e-7, 1e16, 123456789.123456789, 0.1 + 0.2, 2 ** 100, -7 // 2, -7 % 3, 7.5 // 2, divmod(-7, 2), round(2.5), round(-0.5), round(2.675, 2), 10 / 3, int("0x1f", 16), float("inf"), abs(-3), pow(2, -1), bool([]), not 1, 5 & 3, 5 ^ 3, ~5, 1 << 10, True + True, 1 if 0 else 2, None is None, 3 > 2 > 1, 1 == 1.0, hash(1) == hash(1.0) == hash(True))
print(*[1, 2], *"ab", sep=",", end="!\n", file=sys.stdout)
print([*range(3), *{4: 0}], {**{"a": 1}, "b": 2}, (lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3))
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d, [x for x in range(10) if x % 3 == 0], {x: x ** 2 for x in range(3)}, {x % 3 for x in range(10)}, sum(x for x in range(5)), any(x > 3 for x in [1, 5]), [[y for y in range(x)] for x in range(3)], list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(enumerate("ab", 1)), dict(zip("ab", [1, 2])), sorted([3, 1, 2], reverse=True), sorted("bca", key=str.upper), min([3, 1], key=lambda x: -x), max([], default=0), list(range(10, 0, -3)), [1, 2, 3][-2:], [0] * 3, (1,), type(1).__name__, isinstance(True, int), callable(print), id(a) == id(a), repr("a'b"), str([1, "a", None, 2.0, (1,), {1}, {}]), set(), frozenset([1]), range(3), slice(1, 2), b"ab\x00", type, int, print, Ellipsis, NotImplemented)
async def f():
    def gen():
        x = yield 1
        print("recibido", x)
        try:
            yield 2
        except ValueError as e:
            print("lanzado", e)
            yield 3
        finally:
            print("cierre")
        return 4
    g = gen()
    print(next(g), g.send("hola"), g.throw(ValueError("v")))
    g.close()
    for i in range(3):
        for j in range(3):
            if j == 1: continue
            if i == 2: break
            print(i, j, end=" ")
        else:
            print("fin", i)
    else:
        print("\nacabado")
    global contador
    contador = 0
    def inc():
        global contador
        nonlocal_ = 1
        contador += nonlocal_
        return contador
    print(inc(), inc(), contador)
    try:
        x = {}["k"]
    except (KeyError, IndexError) as e:
        print(type(e), e, repr(e))
    else:
        print("no")
    finally:
        print("siempre")
    while True:
        try:
            break
        finally:
            print("finally con break")
    assert contador == 2, "mal"
    del contador
    try:
        print(contador)
    except NameError as e:
        print(e)
asyncio.run(f())
