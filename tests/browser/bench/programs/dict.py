"""Dictionaries filled, read, changed and walked."""

import time

began = time.perf_counter()
counts = {}
for number in range(100_000):
    key = number * 7919 % 5_003
    counts[key] = counts.get(key, 0) + 1
names = {f"clave {key}": count for key, count in counts.items()}
total = 0
for name, count in names.items():
    if name in names:
        total += count
for key in list(counts):
    del counts[key]
print(len(names), total, len(counts))
print(f"{time.perf_counter() - began:.4f}")
