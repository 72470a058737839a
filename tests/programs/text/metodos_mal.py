for f in (
    lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * "b", lambda: "a" * 1.5, lambda: "a" - "b", lambda: "abc".index("z"),
    lambda: "".join([1]), lambda: "".join(["a", None]), lambda: "".join(5), lambda: "a".split(""), lambda: "a".no_hay(),
    lambda s="a": s[1.0], lambda: "a" < 1, lambda: 1 in "abc", lambda: "x".replace("x"), lambda: "x".center(),
    lambda: "abc".find(1), lambda: "x".center(5, "ab"), lambda: "abc".startswith(1), lambda: "a".zfill("x"),
    lambda: len(5), lambda s="x": s(), lambda: "{}".format(), lambda: "{a}".format(b=1), lambda: "{0} {}".format(1, 2),
    lambda: "{".format(), lambda: "}".format(), lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2),
    lambda: "%q" % 1, lambda: "%(a)s" % {}, lambda: "%(a)s" % 5, lambda: "%d" % None, lambda: "%c" % "ab", lambda: "%" % 1,
    lambda: f"{5:z}", lambda: f"{'a':d}", lambda: f"{1.5:d}", lambda: f"{'a':+}", lambda: f"{5:.2d}", lambda: f"{None:5}",
    lambda: f"{[]:>5}", lambda: format(1, "s"), lambda: f"{1:,d}{1:,x}", lambda: f"{'x':=5}", lambda: f"{1:10.3.4}",
    lambda: "ñ".encode("ascii"), lambda: b"\xff".decode(), lambda: "abc".strip(1), lambda: "a,b".split(5), lambda: str.upper(5),
    lambda: "a".partition(""), lambda: "{0[x]}".format([1]), lambda: "{0.x}".format(1), lambda: "{!z}".format(1),
):
    try:
        print("sin error", repr(f()))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
