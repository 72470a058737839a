# `range` más allá de 64 bits, y divisiones de números muy largos.
import random

r = range(10**20, 10**20 + 30, 7)
print(r, list(r), len(r), r[1], r[-1], r[1:3], r[::-1])
print(10**20 + 7 in r, 10**20 + 8 in r, r.index(10**20 + 14), r.count(5), bool(r), r == range(10**20, 10**20 + 33, 7))
for x in range(2**63 - 2, 2**63 + 2):
    print(x)
for i, x in enumerate(range(-(10**20), -(10**20) + 4, 2)):
    print(i, x)
print(list(reversed(range(2**63 - 1, 2**63 + 2))), sum(range(10**25, 10**25 + 3)), max(range(10**25)[5:9]))
for f in (
    lambda: len(range(10**20)),
    lambda: r[5],
    lambda: r.index(3),
    lambda: range(10**20, "a"),
    lambda: range(10**20, 1, 0),
    lambda: range(10**20, 1.5),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

random.seed(1)
for _ in range(12):
    a = random.getrandbits(random.randrange(300_000, 900_000)) * random.choice([1, -1])
    b = random.getrandbits(random.randrange(100_000, 300_000)) * random.choice([1, -1])
    c, s = a // b, a % b
    print(c % 1_000_003, s % 1_000_003, abs(s) < abs(b), (s < 0) == (b < 0), divmod(a, b) == (c, s))
print((3**300_000).bit_length(), 2**1_000_000 % 97, len(hex(7**300_000)))
