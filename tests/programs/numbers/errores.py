for f in (
    lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.5 % 0,
    lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: 2.0 ** 5000,
    lambda: int("doce"), lambda: int(""), lambda: int("1.5"), lambda: int("9", 8), lambda: int("1", 99),
    lambda: int(None), lambda: int([]), lambda: int(float("nan")), lambda: int(float("inf")),
    lambda: float("x"), lambda: float(""), lambda: float(None), lambda: float(10 ** 400),
    lambda: 1 << -1, lambda: 1 >> -1, lambda: 1.5 << 1, lambda: ~1.5, lambda: 10 ** 400 * 1.0,
    lambda: 10 ** 400 / 3, lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: round("2"), lambda: abs("x"),
    lambda: round(1.5, "a"), lambda: -"x", lambda: +[], lambda: int("5", base=1), lambda: int(5, 2), lambda: hex(1.5),
    lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(5),
    lambda: sum(["a"]), lambda: sum("ab"), lambda: max([]), lambda: min(1), lambda: range(1.5), lambda: range(1, 2, 0),
):
    try:
        print("sin error", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
