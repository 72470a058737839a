import asyncio
import time


async def trabajo(n):
    for _ in range(n):
        await asyncio.sleep(1)


async def monitor(cada):
    try:
        while True:
            vivas = sorted(t.get_name() for t in asyncio.all_tasks())
            print(f"{time.perf_counter():.1f}", vivas)
            await asyncio.sleep(cada)
    except asyncio.CancelledError:
        print("monitor parado")


async def main():
    m = asyncio.create_task(monitor(0.75), name="monitor")
    ts = [asyncio.create_task(trabajo(n), name=f"trabajo {n}") for n in (1, 2)]
    for t in ts:
        t.add_done_callback(lambda t: print("acaba", t.get_name()))
    await asyncio.gather(*ts)
    m.cancel()
    await m


asyncio.run(main(), debug=False)
