import asyncio, contextvars
v = contextvars.ContextVar("v", default=0)
async def t(n):
    v.set(n); await asyncio.sleep(0.1); return v.get()
async def main():
    print(await asyncio.gather(*(t(i) for i in range(3))), v.get())
    tok = v.set(9); print(v.get(), tok.old_value, tok.var is v); v.reset(tok); print(v.get())
    ctx = contextvars.copy_context(); ctx.run(v.set, 5); print(ctx[v], v.get(), ctx.get(v))
    await asyncio.create_task(t(4), context=ctx); print(ctx[v])
    asyncio.get_running_loop().call_soon(lambda: print("cs", v.get()), context=ctx); await asyncio.sleep(0)
    v.set(1); print(await asyncio.to_thread(v.get))
    try: v.reset(tok)
    except (RuntimeError, ValueError) as e: print(str(e)[:30])
    w = contextvars.ContextVar("w")
    try: w.get()
    except LookupError as e: print("LE")
    print(w.get("d"), v.name)
asyncio.run(main())
