import asyncio
import time


async def f(n, falla=False):
    await asyncio.sleep(n)
    if falla:
        raise ValueError(n)
    return n


def nombres(ts):
    return sorted(t.get_name() for t in ts)


async def main():
    ts = [asyncio.create_task(f(n), name=f"t{n}") for n in (3, 1, 2)]
    hechas, quedan = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(nombres(hechas), nombres(quedan), time.perf_counter())
    hechas, quedan = await asyncio.wait(ts, timeout=1)
    print(nombres(hechas), nombres(quedan), time.perf_counter())
    hechas, quedan = await asyncio.wait(ts)
    print(nombres(hechas), quedan, time.perf_counter())
    ts = [asyncio.create_task(f(1), name="a"), asyncio.create_task(f(2, True), name="b"), asyncio.create_task(f(3), name="c")]
    hechas, quedan = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(nombres(hechas), nombres(quedan), [repr(t.exception()) for t in ts[:2]])
    for t in quedan:
        t.cancel()
    print(await asyncio.gather(*ts, return_exceptions=True))
    for malo in ([], [f(1)], ):
        try:
            await asyncio.wait(malo)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
            for c in malo:
                c.close()
    try:
        await asyncio.wait([ts[0]], return_when="NUNCA")
    except ValueError as e:
        print(e)
    hechas, quedan = await asyncio.wait([ts[0]], timeout=0)
    print(nombres(hechas))


asyncio.run(main())
