import asyncio


async def main() -> None:
    print("hola", __name__)
    await asyncio.sleep(1)


def otra():
    from time import perf_counter as ahora
    import math
    return round(ahora()), math.floor(2.5)


if __name__ == "__main__":
    asyncio.run(main())
    print(otra())
