import traceback, sys, asyncio
def f(): g()
def g(): raise ValueError("x")
try: f()
except ValueError as e:
    traceback.print_exc()
    print(traceback.format_exc())
    print(traceback.format_exception_only(e), traceback.format_exception(e)[-1])
    print(sys.exc_info()[0], e.__traceback__.tb_lineno)
    traceback.print_exception(e, file=sys.stdout)
    for fr in traceback.extract_tb(e.__traceback__): print(fr.name, fr.lineno, fr.line, fr.filename)
async def h(): await asyncio.sleep(0.1); raise KeyError("k")
async def main():
    t = asyncio.create_task(h()); await asyncio.wait([t])
    traceback.print_exception(t.exception())
    t2 = asyncio.create_task(asyncio.sleep(5), name="pila"); await asyncio.sleep(0)
    import inspect
    print(inspect.iscoroutinefunction(h), inspect.iscoroutine(h), inspect.isawaitable(t2), inspect.isasyncgenfunction(h))
asyncio.run(main())
