import random

random.seed(42)
print([random.randint(1, 6) for _ in range(10)], random.random(), random.uniform(1, 5), random.choice("abcdef"))
l = list(range(10))
random.shuffle(l)
print(l, random.sample(range(100), 5), random.choices("ab", k=5), random.choices([1, 2, 3], weights=[1, 1, 8], k=5))
print(random.gauss(0, 1), random.randrange(0, 100, 7), random.getrandbits(70), random.expovariate(1.5), random.normalvariate(0, 1), random.triangular(0, 1, 0.5), random.betavariate(1, 2))
r = random.Random("texto")
print(r.random(), random.Random(0).random(), random.Random(2 ** 70).random(), random.Random(-5).random(), random.Random(1.5).random())
random.seed(1)
estado = random.getstate()
a = random.random()
random.setstate(estado)
print(a == random.random())
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.sample({1}, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
