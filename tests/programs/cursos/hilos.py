import asyncio
import concurrent.futures
import threading
import time


def bloqueante(n):
    time.sleep(n / 10)
    return n * n, threading.current_thread().name.split("_")[0]


async def latido():
    for i in range(4):
        print("latido", i)
        await asyncio.sleep(0.1)


async def main():
    inicio = time.perf_counter()
    r = await asyncio.gather(asyncio.to_thread(bloqueante, 3), latido(), asyncio.to_thread(bloqueante, 2))
    print(r[0][0], r[2][0], f"{time.perf_counter() - inicio:.1f}")
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        fs = [loop.run_in_executor(pool, bloqueante, i) for i in (3, 1, 2)]
        print([x[0] for x in await asyncio.gather(*fs)])
    print(f"{time.perf_counter() - inicio:.1f}")

if __name__ == "__main__":
    asyncio.run(main())
