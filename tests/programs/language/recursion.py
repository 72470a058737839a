def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def fib(n, memo={0: 0, 1: 1}):
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]


def hanoi(n, de="A", a="C", por="B"):
    if n:
        yield_de = hanoi(n - 1, de, por, a)
        return yield_de + [(de, a)] + hanoi(n - 1, por, a, de)
    return []


def aplanar(x):
    if isinstance(x, (list, tuple)):
        return [z for y in x for z in aplanar(y)]
    return [x]


print(factorial(30), fib(150))
print(hanoi(3), len(hanoi(8)))
print(aplanar([1, [2, (3, [4, []])], "ab"]))


def par(n):
    return True if n == 0 else impar(n - 1)


def impar(n):
    return False if n == 0 else par(n - 1)


print(par(200), impar(201), par(7))
