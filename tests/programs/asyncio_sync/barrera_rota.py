import asyncio
async def w(b, n):
    try:
        i = await b.wait()
        print(n, "pasa", i in range(3), b.broken, b.n_waiting)
    except asyncio.BrokenBarrierError as e:
        print(n, repr(e), str(e), b.broken)
    except asyncio.CancelledError:
        print(n, "cancelada")
        raise
async def main():
    for mal in (0, -1):
        try:
            asyncio.Barrier(mal)
        except ValueError as e:
            print(e)
    b = asyncio.Barrier(3)
    print(b.parties, b.n_waiting, b.broken, repr(b).split(" [")[1])
    ts = [asyncio.create_task(w(b, i)) for i in range(2)]
    await asyncio.sleep(0.1)
    print(b.n_waiting, repr(b).split(" [")[1])
    await b.reset()
    print("reset", b.broken, b.n_waiting, repr(b).split(" [")[1])
    await asyncio.sleep(0.1)
    print(repr(b).split(" [")[1])
    ts = [asyncio.create_task(w(b, i)) for i in range(2)]
    await asyncio.sleep(0.1)
    await b.abort()
    print("abort", b.broken, b.n_waiting, repr(b).split(" [")[1])
    await asyncio.gather(*ts)
    await w(b, "tarde")
    await b.reset()
    print("reset", b.broken, b.n_waiting)
    ts = [asyncio.create_task(w(b, i)) for i in range(4)]
    await asyncio.sleep(0.1)
    print(b.n_waiting)
    ts[3].cancel()
    await asyncio.gather(*ts, return_exceptions=True)
    print(b.n_waiting)
    ts = [asyncio.create_task(w(b, i)) for i in range(7)]
    await asyncio.sleep(0.1)
    print(b.n_waiting, [t.done() for t in ts])
    async with asyncio.timeout(1):
        await asyncio.gather(w(b, "x"), w(b, "y"))
    await asyncio.gather(*ts)
    async with asyncio.Barrier(1) as pos:
        print("pos", pos)
    ts = [asyncio.create_task(w(b, i)) for i in range(2)]
    await asyncio.sleep(0)
    r = asyncio.create_task(b.reset())
    s = asyncio.create_task(w(b, "durante"))
    await asyncio.sleep(0)
    print(b.n_waiting, repr(b).split(" [")[1])
    await asyncio.sleep(0.1)
    await b.abort()
    await asyncio.gather(s, r, *ts, return_exceptions=True)
asyncio.run(main())
