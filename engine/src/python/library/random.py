from _engine import twister_bits, twister_float, twister_seed
from math import acos, ceil, cos, e, exp, isqrt, log, pi, sin, sqrt
from bisect import bisect
from itertools import accumulate
from time import time_ns
import random


def _primes(count):
    found = []
    number = 2
    while len(found) < count:
        if all([number % prime for prime in found]):
            found.append(number)
        number += 1
    return found


def _cube_root(n):
    low, high = 0, 1 << n.bit_length() // 3 + 1
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** 3 <= n:
            low = middle
        else:
            high = middle - 1
    return low


def _sha512(data):
    mask = (1 << 64) - 1
    primes = _primes(80)
    keys = [_cube_root(prime << 192) & mask for prime in primes]
    state = [isqrt(prime << 128) & mask for prime in primes[:8]]
    data = data + b"\x80" + bytes((111 - len(data)) % 128) + (len(data) * 8).to_bytes(16, "big")

    def turn(x, n):
        return (x >> n | x << 64 - n) & mask

    for start in range(0, len(data), 128):
        words = [int.from_bytes(data[at:at + 8], "big") for at in range(start, start + 128, 8)]
        for t in range(16, 80):
            x, y = words[t - 15], words[t - 2]
            words.append(words[t - 16] + (turn(x, 1) ^ turn(x, 8) ^ x >> 7) + words[t - 7] + (turn(y, 19) ^ turn(y, 61) ^ y >> 6) & mask)
        a, b, c, d, f, g, h, i = state
        for key, word in zip(keys, words):
            one = i + (turn(f, 14) ^ turn(f, 18) ^ turn(f, 41)) + (f & g ^ ~f & h) + key + word
            two = (turn(a, 28) ^ turn(a, 34) ^ turn(a, 39)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, f, g, h, i = one + two & mask, a, b, c, d + one & mask, f, g, h
        state = [x + y & mask for x, y in zip(state, (a, b, c, d, f, g, h, i))]
    return b"".join([x.to_bytes(8, "big") for x in state])


_seeds = 0


class Random:
    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        global _seeds
        if a is None:
            _seeds += 1
            a = time_ns() + (_seeds << 70)
        elif isinstance(a, (str, bytes)):
            if isinstance(a, str):
                a = a.encode()
            a = int.from_bytes(a + _sha512(a), "big")
        elif isinstance(a, float):
            a = hash(a) % (1 << 64)
        elif not isinstance(a, int):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        self._state = twister_seed(abs(a))
        self._gauss = None

    def getstate(self):
        return 3, tuple(self._state), self._gauss

    def setstate(self, state):
        self._state = list(state[1])
        self._gauss = state[2]

    def random(self):
        return twister_float(self._state)

    def getrandbits(self, k):
        return twister_bits(self._state, k)

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def _below(self, n):
        bits = n.bit_length()
        found = twister_bits(self._state, bits)
        while found >= n:
            found = twister_bits(self._state, bits)
        return found

    def randrange(self, start, stop=None, step=1):
        start = start.__index__()
        if stop is None:
            if start > 0:
                return self._below(start)
            raise ValueError("empty range for randrange()")
        stop = stop.__index__()
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
        if step == 0:
            raise ValueError("zero step for randrange()")
        n = (width + step - 1) // step if step > 0 else (width + step + 1) // step
        if n <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(n)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if not hasattr(population, "__getitem__") or isinstance(population, dict):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            population = [item for item, n in zip(population, counts) for _ in range(n)]
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        room = 21
        if k > 5:
            room += 4 ** ceil(log(k * 3, 4))
        if n <= room:
            pool = list(population)
            result = []
            for i in range(k):
                j = self._below(n - i)
                result.append(pool[j])
                pool[j] = pool[n - i - 1]
            return result
        places = {}
        while len(places) < k:
            places[self._below(n)] = True
        return [population[place] for place in places]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[int(self.random() * n)] for _ in range(k)]
            cum_weights = list(accumulate(weights))
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        if mode is None:
            middle = 0.5
        elif high == low:
            return low
        else:
            middle = (mode - low) / (high - low)
        if u > middle:
            u, middle = 1.0 - u, 1.0 - middle
            low, high = high, low
        return low + (high - low) * sqrt(u * middle)

    def gauss(self, mu=0.0, sigma=1.0):
        z, self._gauss = self._gauss, None
        if z is None:
            angle = self.random() * 2.0 * pi
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self._gauss = sin(angle) * radius
        return mu + z * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = 4 * exp(-0.5) / sqrt(2.0) * (u - 0.5) / v
            if z * z / 4.0 <= -log(v):
                return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -log(1.0 - self.random()) / lambd

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        if alpha > 1.0:
            # R. C. H. Cheng, "The generation of Gamma variables", 1977.
            a = sqrt(2.0 * alpha - 1.0)
            b = alpha - log(4.0)
            c = alpha + a
            while True:
                u = self.random()
                if not 1e-7 < u < 0.9999999:
                    continue
                w = 1.0 - self.random()
                v = log(u / (1.0 - u)) / a
                x = alpha * exp(v)
                z = u * u * w
                r = b + c * v - x
                if r + (1.0 + log(4.5)) - 4.5 * z >= 0.0 or r >= log(z):
                    return x * beta
        # Ahrens and Dieter's algorithm GS.
        while True:
            b = (e + alpha) / e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            u = self.random()
            if u <= x ** (alpha - 1.0) if p > 1.0 else u <= exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    pass


_own = Random()
_names = random.__dict__
for _name in dir(Random):
    if _name[0] != "_" and _name != "VERSION":
        _names[_name] = getattr(_own, _name)
