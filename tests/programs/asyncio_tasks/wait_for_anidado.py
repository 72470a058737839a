import asyncio
import time


async def hondo():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(f"{time.perf_counter():.1f} hondo cancelado")
        raise


async def medio():
    try:
        await asyncio.wait_for(hondo(), 5)
    except TimeoutError:
        print("medio: tarde")
        return "medio"


async def main():
    try:
        print(await asyncio.wait_for(medio(), 2))
    except TimeoutError:
        print(f"{time.perf_counter():.1f} main: tarde")
    print(await asyncio.wait_for(medio(), 20))
    try:
        await asyncio.wait_for(asyncio.gather(hondo(), hondo()), 1)
    except TimeoutError:
        print(f"{time.perf_counter():.1f} gather tarde")
    t = asyncio.create_task(hondo())
    try:
        await asyncio.wait_for(t, 1)
    except TimeoutError:
        print(t.cancelled(), t.done())
    try:
        await asyncio.wait_for(asyncio.wait_for(asyncio.sleep(3, "x"), 1), 1)
    except TimeoutError as e:
        print("uno de los dos", type(e.__cause__).__name__ in ("CancelledError", "NoneType"))


asyncio.run(main())
