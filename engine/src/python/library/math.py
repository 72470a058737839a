pi = 3.141592653589793
e = 2.718281828459045
tau = 2 * pi
inf = float("inf")
nan = float("nan")
_none = object()


def log(x, base=_none, /):
    if base is _none:
        return native_log(x)
    return native_log(x) / native_log(base)


def log2(x, /):
    return native_log(x, 2)


def log10(x, /):
    return native_log(x, 10)


def _index(value):
    if not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value


def perm(n, k=None, /):
    if k is None:
        return factorial(n)
    if _index(n) < 0:
        raise ValueError("n must be a non-negative integer")
    if _index(k) < 0:
        raise ValueError("k must be a non-negative integer")
    return prod(range(n - k + 1, n + 1)) if k <= n else 0


def comb(n, k, /):
    if _index(n) < 0:
        raise ValueError("n must be a non-negative integer")
    if _index(k) < 0:
        raise ValueError("k must be a non-negative integer")
    k = min(k, n - k)
    return perm(n, k) // factorial(k) if k >= 0 else 0


def lcm(*integers):
    result = 1
    for number in integers:
        divisor = gcd(result, number)
        result = abs(result * number) // divisor if divisor else 0
    return result


def prod(iterable, /, *, start=1):
    for item in iterable:
        start *= item
    return start


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)


def fsum(seq, /):
    # Exact: every float is an integer over a power of two.
    total, special = 0, 0.0
    for x in seq:
        x = fabs(x) if x == 0 else copysign(fabs(x), x)
        if isfinite(x):
            over, under = x.as_integer_ratio()
            total += over * ((1 << 1074) // under)
        else:
            special += x
    return special if special != 0 else total / (1 << 1074)


def hypot(*coordinates):
    most = max([fabs(x) for x in coordinates], default=0.0)
    if most == 0 or isinf(most):
        return most
    return sqrt(fsum([(x / most) ** 2 for x in coordinates])) * most if most > 1e150 or most < 1e-150 else _root(coordinates)


def _root(values):
    # The root of the exact sum of squares, rounded once.
    total = 0
    for x in values:
        over, under = float(x).as_integer_ratio()
        total += (over * ((1 << 600) // under)) ** 2
    return isqrt(total) / (1 << 600)


def dist(p, q, /):
    p, q = tuple(p), tuple(q)
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return hypot(*[a - b for a, b in zip(p, q)])


def modf(x, /):
    whole = copysign(float(trunc(x)), x) if isfinite(x) else x
    return copysign(0.0 if isinf(x) else x - whole, x), whole


def frexp(x, /):
    x = float(x)
    if x == 0 or not isfinite(x):
        return x, 0
    over, under = x.as_integer_ratio()
    exponent = abs(over).bit_length() - under.bit_length() + 1
    fraction = x / 2.0 ** exponent if -1000 < exponent < 1000 else over * 2 ** max(-exponent, 0) / (under * 2 ** max(exponent, 0))
    if abs(fraction) >= 1:
        return fraction / 2, exponent + 1
    if abs(fraction) < 0.5:
        return fraction * 2, exponent - 1
    return fraction, exponent


def ldexp(x, i, /):
    if x == 0 or not isfinite(x):
        return float(x)
    over, under = float(x).as_integer_ratio()
    try:
        return over * 2 ** max(i, 0) / (under * 2 ** max(-i, 0))
    except OverflowError:
        raise OverflowError("math range error") from None


def remainder(x, y, /):
    return float(x - y * round(x / y))
