import asyncio


async def f(x):
    await asyncio.sleep(x)
    return x


bucle = asyncio.new_event_loop()
print(bucle.run_until_complete(f(1)), bucle.time(), bucle.is_running(), bucle.is_closed())
t = bucle.create_task(f(2))
print(bucle.run_until_complete(t))
bucle.call_later(1, bucle.stop)
bucle.run_forever()
print(bucle.time())
bucle.close()
try:
    bucle.run_until_complete(c := f(1))
except RuntimeError as e:
    print(e)
    c.close()
with asyncio.Runner() as r:
    print(r.run(f(1)), r.run(f(0.5)))
    print(r.get_loop().is_closed())
try:
    r.run(c := f(1))
except RuntimeError as e:
    print(e)
    c.close()
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)


async def hijos():
    b = asyncio.get_running_loop()
    print(b is asyncio.get_event_loop())
    try:
        b.run_until_complete(c := f(0))
    except RuntimeError as e:
        print(e)
        c.close()


asyncio.run(hijos())
