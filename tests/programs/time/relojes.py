import time

t0, p0, m0 = time.time(), time.perf_counter(), time.monotonic()
time.sleep(1.5)
print(time.time() - t0, time.perf_counter() - p0, time.monotonic() - m0)
time.sleep(0)
time.sleep(0.25)
print(f"{time.time() - t0:.3f} {time.perf_counter() - p0:.3f}")
print(type(time.time()).__name__, time.time() > 1_600_000_000)
for malo in (-1, "1", None):
    try:
        time.sleep(malo)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for _ in range(3):
    antes = time.perf_counter()
    time.sleep(0.1)
    print(round(time.perf_counter() - antes, 6))
