import asyncio


async def falla(n):
    await asyncio.sleep(n)
    raise ValueError(f"fallo {n}")


async def main():
    ts = [asyncio.create_task(falla(n), name=f"f{n}") for n in (1, 2)]
    await asyncio.sleep(3)
    print("nadie las esperó")
    ts[0].exception()
    print("una ya se miró")
    ts.clear()
    print("fin")
    asyncio.create_task(falla(0))
    await asyncio.sleep(1)
    print("de verdad")


asyncio.run(main())
