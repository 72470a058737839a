import asyncio


async def f(n):
    await asyncio.sleep(n)
    return n


bucle = asyncio.new_event_loop()
asyncio.set_event_loop(bucle)
print(asyncio.get_event_loop() is bucle, bucle)
t = bucle.create_task(f(1), name="fuera")
print(t.get_name(), t.done(), t.get_loop() is bucle)
print(bucle.run_until_complete(asyncio.gather(f(1), f(0.5), t)), bucle.time())
fut = bucle.create_future()
bucle.call_later(1, fut.set_result, "listo")
print(bucle.run_until_complete(fut))
try:
    asyncio.create_task(c := f(1))
except RuntimeError as e:
    print(e)
    c.close()
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
print(asyncio.current_task(bucle), asyncio.all_tasks(bucle))
bucle.call_soon(print, "antes de parar")
bucle.call_soon(bucle.stop)
bucle.call_soon(print, "misma vuelta")
bucle.call_soon(lambda: bucle.call_soon(print, "vuelta siguiente"))
bucle.run_forever()
print("parado")
bucle.stop()
bucle.run_forever()
try:
    bucle.run_until_complete(para := bucle.create_task(f(5))) if False else None
    bucle.call_later(1, bucle.stop)
    bucle.run_until_complete(f(3))
except RuntimeError as e:
    print(e)
for t in asyncio.all_tasks(bucle):
    t.cancel()
    try:
        bucle.run_until_complete(t)
    except asyncio.CancelledError:
        print("cancelada")
h = bucle.call_later(1, print, "nunca")
h.cancel()
print(h.cancelled(), h.when() - bucle.time())
g = bucle.call_at(bucle.time() + 2, print, "a su hora")
bucle.run_until_complete(f(2))
print(bucle.time(), g.when())
bucle.run_until_complete(bucle.shutdown_asyncgens())
bucle.run_until_complete(bucle.shutdown_default_executor())
bucle.close()
bucle.close()
print(bucle.is_closed(), bucle)
for hacer in (lambda: bucle.call_soon(print), lambda: bucle.call_later(1, print), bucle.run_forever):
    try:
        hacer()
    except RuntimeError as e:
        print(e)
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.set_event_loop(3)
except TypeError as e:
    print(e)
try:
    asyncio.Future()
except RuntimeError as e:
    print(e)
