import math

print(math.pi, math.e, math.inf, math.nan, math.tau, math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.factorial(20), math.gcd(12, 18), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2))
print(math.sin(1), math.cos(1), math.tan(1), math.atan2(1, -1), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.pow(2, 0.5))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.copysign(1, -0.0), math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.dist([0, 0], [3, 4]), math.modf(3.25), math.fmod(-7, 3), math.isqrt(10 ** 20), math.fabs(-1))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.floor("a"), lambda: math.floor(math.nan), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.gcd(1.5), lambda: math.pow(-8, 1 / 3), lambda: math.isqrt(-1), lambda: math.nada):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)

for n in (999, 1000, 1001, 1064, 1065, 1066, 5000):
    print(n, math.factorial(n) % 1_000_000_007)
