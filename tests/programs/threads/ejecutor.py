import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def cuadrado(n):
    time.sleep(n)
    if n == 2:
        raise ValueError("el dos no")
    return n * n


with ThreadPoolExecutor(max_workers=3) as piscina:
    futuros = [piscina.submit(cuadrado, n) for n in (3, 1, 2)]
    for f in as_completed(futuros):
        print(time.perf_counter(), f.exception() or f.result(), f.done())
    print(list(piscina.map(cuadrado, [1, 0, 4])), time.perf_counter())
    f = piscina.submit(cuadrado, 2)
    try:
        f.result(timeout=1)
    except TimeoutError:
        print("todavía no")
    try:
        f.result()
    except ValueError as e:
        print(e, time.perf_counter())
try:
    piscina.submit(cuadrado, 1)
except RuntimeError as e:
    print(e)
