"""Recursive calls: fib(24)."""

import time


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


began = time.perf_counter()
print(fib(24))
print(f"{time.perf_counter() - began:.4f}")
