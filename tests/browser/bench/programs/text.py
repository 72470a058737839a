"""Texts put together and taken apart."""

import time

began = time.perf_counter()
lines = []
text = ""
for number in range(50_000):
    lines.append(f"{number:>6}: {number * number}")
    text += str(number % 10)
joined = "\n".join(lines)
words = joined.replace(":", " ").split()
print(len(joined), len(text), len(words), joined.upper().count("99"))
print(f"{time.perf_counter() - began:.4f}")
