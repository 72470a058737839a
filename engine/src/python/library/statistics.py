from math import exp, fsum, isqrt, log


class StatisticsError(ValueError):
    pass


def _sum(data):
    """Exactly: over, under, how many, and of which type."""
    parts, count, kind = {}, 0, int
    for x in data:
        if not isinstance(x, (int, float)):
            raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")
        if isinstance(x, float):
            kind = float
        over, under = x.as_integer_ratio()
        parts[under] = parts.get(under, 0) + over
        count += 1
    most = max(parts, default=1)
    return sum([over * (most // under) for under, over in parts.items()]), most, count, kind


def _number(over, under, kind):
    return over // under if kind is int and over % under == 0 else over / under


def mean(data):
    over, under, count, kind = _sum(data)
    if not count:
        raise StatisticsError("mean requires at least one data point")
    return _number(over, under * count, kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is not None:
        return fsum([x * w for x, w in zip(data, weights)]) / fsum(weights)
    if not data:
        raise StatisticsError("fmean requires at least one data point")
    return fsum(data) / len(data)


def geometric_mean(data):
    try:
        return exp(fmean([log(x) for x in data]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    weights = [1] * len(data) if weights is None else list(weights)
    if min(data) < 0:
        raise StatisticsError("harmonic mean does not support negative values")
    if 0 in data:
        return 0
    over, under = 0, 1
    for x, weight in zip(data, weights):
        a, b = x.as_integer_ratio()
        c, d = weight.as_integer_ratio()
        over, under = over * a * d + b * c * under, under * a * d
    total, one, _, _ = _sum(weights)
    return total * under / (one * over)


def _sorted(data, name="median"):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    data = _sorted(data)
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        elif method == "exclusive":
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        else:
            raise ValueError(f"Unknown method: {method!r}")
    return result


def _spread(data, least, name, center=None):
    """The variance, exactly."""
    data = list(data)
    over, under, count, kind = _sum(data)
    if count < least:
        raise StatisticsError(f"{name} requires at least {'two data points' if least == 2 else 'one data point'}")
    a, b = (over, under * count) if center is None else center.as_integer_ratio()
    # The sum of (x - a/b)**2 = (squares * b**2 - 2*a*b*sum + count*a**2) / b**2
    squares = 0
    for x in data:
        p, q = x.as_integer_ratio()
        squares += (p * (under // q)) ** 2
    top = squares * b * b - 2 * a * b * over * under + count * a * a * under * under
    return top, (under * b) ** 2 * (count - least + 1), kind


def variance(data, xbar=None):
    return _number(*_spread(data, 2, "variance", xbar))


def pvariance(data, mu=None):
    return _number(*_spread(data, 1, "pvariance", mu))


def _root(over, under, kind):
    # 109 bits before the last rounding, the lowest of them sticky.
    shift = (over.bit_length() - under.bit_length() - 109) // 2
    if shift >= 0:
        under <<= 2 * shift
    else:
        over <<= -2 * shift
    root = isqrt(over // under)
    root |= root * root * under != over
    return (root << shift) / 1 if shift >= 0 else root / (1 << -shift)


def stdev(data, xbar=None):
    return _root(*_spread(data, 2, "stdev", xbar))


def pstdev(data, mu=None):
    return _root(*_spread(data, 1, "pstdev", mu))


def _pairs(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    a, b = fsum(x) / len(x), fsum(y) / len(y)
    return a, b, fsum([(p - a) * (q - b) for p, q in zip(x, y)]), fsum([(p - a) ** 2 for p in x]), fsum([(q - b) ** 2 for q in y])


def covariance(x, y, /):
    return _pairs(x, y, "covariance")[2] / (len(x) - 1)


def correlation(x, y, /):
    _, _, xy, xx, yy = _pairs(x, y, "correlation")
    return xy / (xx * yy) ** 0.5


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    a, b, xy, xx, _ = _pairs(x, y, "linear regression")
    slope = xy / xx
    return namedtuple("LinearRegression", "slope intercept")(slope, b - slope * a)
