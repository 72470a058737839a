import asyncio, contextvars
v = contextvars.ContextVar("v", default=0)
async def pon(n):
    print("antes", v.get()); v.set(n); return asyncio.current_task().get_name()
with asyncio.Runner() as r:
    print(r.run(pon(1)), r.run(pon(2)), v.get())
    loop = r.get_loop(); print(loop.is_running(), loop)
    ctx = contextvars.copy_context()
    print(r.run(pon(3), context=ctx), ctx[v])
    print(r.run(pon(4)))
    try: r.run(3)
    except ValueError as e: print(e)
    async def anidado():
        c = pon(1)
        try: r.run(c)
        except RuntimeError as e: print(e)
        c.close()
        c = pon(1)
        try: asyncio.run(c)
        except RuntimeError as e: print(e)
        c.close()
    r.run(anidado())
print(loop.is_closed(), loop)
try:
    c = pon(1)
    r.run(c)
except RuntimeError as e: print(e)
c.close()
try:
    with r: pass
except RuntimeError as e: print(e)
try: r.get_loop()
except RuntimeError as e: print(e)
r.close()
r = asyncio.Runner(debug=True)
print(r.get_loop().get_debug()); r.close(); r.close()
def fabrica():
    print("fabrica"); return asyncio.new_event_loop()
with asyncio.Runner(loop_factory=fabrica) as r:
    print(r.run(asyncio.sleep(0.1, "x")))
try: asyncio.run(asyncio.sleep)
except ValueError as e: print(str(e)[:30])
try: asyncio.run(main=5)
except ValueError as e: print(e)
async def falla(): raise ValueError("f")
try: asyncio.run(falla())
except ValueError as e: print(e)
with asyncio.Runner() as r:
    async def deja():
        async def larga():
            try: await asyncio.sleep(10)
            finally: print("larga acaba", asyncio.current_task().get_name())
        asyncio.create_task(larga())
        await asyncio.sleep(0)
    r.run(deja())
    print("entre")
    r.run(asyncio.sleep(1))
    print("aun")
print("fin")
