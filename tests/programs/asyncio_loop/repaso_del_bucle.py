# El bucle, los futuros y los primitivos, uno por uno.
import asyncio
loop_log = []
async def main():
    loop = asyncio.get_running_loop()
    t0 = loop.time()
    loop.call_soon(print, "soon")
    h = loop.call_later(.1, print, "later"); h2 = loop.call_later(.2, print, "no"); h2.cancel(); print(h2.cancelled(), h.when() - t0 > .09)
    loop.call_at(t0 + .15, lambda: print("at", round(loop.time() - t0, 2)))
    fut = loop.create_future()
    fut.add_done_callback(lambda f: print("cb", f.result()))
    loop.call_later(.05, fut.set_result, 42)
    print(await fut, fut)
    try: fut.set_result(1)
    except asyncio.InvalidStateError as e: print(repr(e))
    f2 = loop.create_future()
    try: f2.result()
    except asyncio.InvalidStateError as e: print(e)
    f2.cancel("msg")
    try: await f2
    except asyncio.CancelledError as e: print("canc", e.args, f2)
    f3 = asyncio.ensure_future(asyncio.sleep(.1, "r")); print(asyncio.isfuture(f3), f3.get_name()[:5]); f3.set_name("mía")
    print(await f3)
    async def boom(): raise RuntimeError("bum")
    t = asyncio.create_task(boom(), name="bum"); await asyncio.wait([t]); print(t.exception(), t)
    print(sorted(x.get_name() for x in asyncio.all_tasks()), asyncio.current_task().get_name())
    print(asyncio.iscoroutinefunction(boom), asyncio.iscoroutine(c := boom())); c.close()
    loop.set_exception_handler(lambda l, ctx: print("handler", ctx["message"], repr(ctx.get("exception"))))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    r = await asyncio.to_thread(lambda a, b: a + b, 1, b=2); print(r)
    print(await loop.run_in_executor(None, sum, [1, 2]))
    lock = asyncio.Lock()
    async with lock: print(lock.locked())
    try: lock.release()
    except RuntimeError as e: print(e)
    s = asyncio.BoundedSemaphore(1); await s.acquire(); s.release()
    try: s.release()
    except ValueError as e: print(e)
    ev = asyncio.Event(); print(ev.is_set())
    asyncio.get_event_loop().call_later(.1, ev.set); print(await ev.wait())
    q = asyncio.Queue(1); q.put_nowait(1)
    try: q.put_nowait(2)
    except asyncio.QueueFull as e: print(repr(e), q)
    q.get_nowait()
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    try: q.task_done(); q.task_done()
    except ValueError as e: print(e)
    async with asyncio.timeout(None) as cm: cm.reschedule(loop.time() + .1); print(cm.when() is None, cm.expired())
    print(cm.expired(), cm)
    try:
        async with asyncio.timeout(.1) as cm: await asyncio.sleep(1)
    except TimeoutError as e: print("T", repr(e), cm.expired(), type(e.__cause__))
    try: await asyncio.wait_for(asyncio.sleep(1), 0)
    except asyncio.TimeoutError as e: print(repr(e), e.__cause__)
    try: await asyncio.gather(boom(), asyncio.sleep(.1), boom())
    except RuntimeError as e: print("g", e)
    print(await asyncio.gather(boom(), asyncio.sleep(.1, 1), return_exceptions=True), await asyncio.gather())
    try: asyncio.run(boom())
    except RuntimeError as e: print(e)
    try: await asyncio.wait([])
    except ValueError as e: print(e)
    try: await asyncio.wait([boom()])
    except TypeError as e: print(e)
    try: await 5
    except TypeError as e: print(e)
    try: asyncio.create_task(5)
    except TypeError as e: print(e)
    try:
        for _ in boom(): pass
    except TypeError as e: print(e)
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
    try:
        async with 3: pass
    except TypeError as e: print(e)
    try:
        with lock: pass
    except TypeError as e: print(e)
    class Aw:
        def __await__(self):
            r = yield from asyncio.sleep(.1, "aw").__await__(); return r
    print(await Aw(), await asyncio.wait_for(Aw(), 1), await asyncio.gather(Aw(), Aw()))
    return "fin"
print(asyncio.run(main()))
with asyncio.Runner() as r:
    print(r.run(asyncio.sleep(.1, "uno")), r.run(asyncio.sleep(.1, "dos")))
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
try: asyncio.create_task(c := asyncio.sleep(1))
except RuntimeError as e: print(e); c.close()
try: asyncio.run(main)
except ValueError as e: print(str(e)[:40])
loop = asyncio.new_event_loop(); print(loop.run_until_complete(asyncio.sleep(0, 3)), loop.is_running(), loop.is_closed()); loop.close(); print(loop.is_closed())
try: loop.run_until_complete(c := asyncio.sleep(0))
except RuntimeError as e: print(e); c.close()
