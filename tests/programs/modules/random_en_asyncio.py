import asyncio
import random
import time


async def dado(nombre, rng):
    total = 0
    for _ in range(3):
        await asyncio.sleep(rng.random())
        cara = rng.randint(1, 6)
        total += cara
        print(f"{time.perf_counter():.6f} {nombre} saca {cara}")
    return nombre, total


async def main():
    random.seed(2024)
    r = await asyncio.gather(*(dado(n, random) for n in ("Ana", "Luis")))
    print(r, max(r, key=lambda p: p[1]))
    nombres = ["x", "y", "z", "w"]
    random.shuffle(nombres)
    print(nombres, random.sample(nombres, 2), random.choices(nombres, k=3), f"{random.gauss(10, 2):.12f}", random.randint(-5, 5), random.uniform(-1, 1), random.random() < 0.5)


asyncio.run(main())
