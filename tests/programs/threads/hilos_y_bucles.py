import asyncio
import contextvars
import queue
import threading
import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

v = contextvars.ContextVar("v", default="fuera")
local = threading.local()


def quien():
    return threading.current_thread().name, v.get(), hasattr(local, "x")


async def main():
    v.set("dentro")
    local.x = 1
    print(await asyncio.to_thread(quien), quien())
    bucle = asyncio.get_running_loop()
    print(await bucle.run_in_executor(None, quien))

    def desde_otro_hilo():
        try:
            asyncio.get_running_loop()
        except RuntimeError as e:
            print(e)
        try:
            asyncio.get_event_loop()
        except RuntimeError as e:
            print(e)
        f = asyncio.run_coroutine_threadsafe(suma(1, 2), bucle)
        print(f.result(), time.monotonic())
        g = asyncio.run_coroutine_threadsafe(falla(), bucle)
        print(repr(g.exception(timeout=5)))
        bucle.call_soon_threadsafe(print, "avisado desde", threading.current_thread().name)
        time.sleep(0.5)
        return asyncio.run(suma(3, 4))

    print(await asyncio.to_thread(desde_otro_hilo), time.monotonic())
    try:
        async with asyncio.timeout(0.2):
            await asyncio.to_thread(time.sleep, 1)
    except TimeoutError:
        print("el hilo sigue", time.monotonic(), threading.active_count())
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as e:
        print(e)


async def suma(a, b):
    await asyncio.sleep(1)
    return a + b


async def falla():
    raise KeyError("en el bucle")


asyncio.run(main())
print("fin de run", time.monotonic())

q = queue.Queue(maxsize=1)


def productor():
    for i in range(3):
        q.put(i)
        print("pone", i)
    q.put(None)


def consumidor():
    while (x := q.get()) is not None:
        time.sleep(1)
        print("saca", x, time.monotonic())
        q.task_done()
    q.task_done()


hilos = [threading.Thread(target=f, daemon=True) for f in (productor, consumidor)]
for h in hilos:
    h.start()
q.join()
print(q.empty(), q.qsize(), [h.name for h in hilos], hilos[0].daemon)
try:
    q.get_nowait()
except queue.Empty as e:
    print(repr(e))
try:
    q.get(timeout=0.5)
except queue.Empty:
    print("vacía", time.monotonic())

with ThreadPoolExecutor(2, thread_name_prefix="pool") as p:
    fs = [p.submit(time.sleep, n) for n in (1, 2, 3)]
    print([f.running() for f in fs], fs[2].cancel(), fs[2].cancelled())
    hechos, faltan = wait(fs, return_when=FIRST_COMPLETED)
    print(len(hechos), len(faltan))
    hechos, faltan = wait(fs[:2], timeout=0.5)
    print(len(hechos), len(faltan), time.monotonic())
    f = p.submit(quien)
    f.add_done_callback(lambda f: print("callback", f.result()))
    print(f.result())
f = Future()
f.set_result(3)
print(f.result(), f.done(), f.exception())
try:
    f.set_result(4)
except Exception as e:
    print(type(e).__name__)


def revienta():
    raise RuntimeError("en el hilo")


h = threading.Thread(target=revienta, name="malo")
h.start()
h.join()
try:
    h.start()
except RuntimeError as e:
    print(e)
c = threading.Condition()
listos = []


def espera(n):
    with c:
        c.wait_for(lambda: n in listos)
        print("listo", n)


hs = [threading.Thread(target=espera, args=(n,)) for n in range(3)]
for h in hs:
    h.start()
for n in (2, 0, 1):
    with c:
        listos.append(n)
        c.notify_all()
    time.sleep(0.1)
for h in hs:
    h.join()
r = threading.RLock()
with r, r:
    print("dos veces")
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(blocking=False), s.acquire(timeout=1), time.monotonic())
b = threading.Barrier(2)
threading.Thread(target=lambda: print("barrera", b.wait())).start()
print("barrera", b.wait(), b.broken)
t = threading.Timer(1, print, ["no suena"])
t.start()
t.cancel()
threading.Thread(target=lambda: (time.sleep(2), print("el último", time.monotonic()))).start()
print(threading.main_thread() is threading.current_thread(), threading.get_ident() == threading.main_thread().ident)
