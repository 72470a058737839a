# Excepciones cuyo texto escribe el propio programa: bien, mal o con ruido.
import asyncio, traceback, logging, time
class MiError(Exception):
    def __init__(self, c, m): super().__init__(m); self.c = c
    def __str__(self): return f"[{self.c}] {super().__str__()}"
class Malo(Exception):
    def __str__(self): raise ValueError("x")
class NoTexto(Exception):
    def __str__(self): return 5
class Valor:
    def __repr__(self): return "Valor!"
class Ruidoso(Exception):
    def __str__(self):
        print("me preguntan")
        return "ruido"
for e in (MiError(1, "a"), Malo("b"), NoTexto("c"), ValueError(Valor()), KeyError(Valor()), ValueError(1, Valor()), Ruidoso()):
    try: raise e
    except Exception as x: traceback.print_exc()
    print(traceback.format_exception_only(e))
try:
    try: raise MiError(1, "dentro")
    except MiError as e: raise MiError(2, "fuera") from e
except MiError: logging.exception("visto")
async def f(): raise MiError(3, "tarea")
async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0.1)
    del t
    print(await asyncio.gather(f(), return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as g: g.create_task(f())
    except* MiError as e: traceback.print_exception(e)
    asyncio.get_running_loop().call_soon(lambda: (_ for _ in ()).throw(MiError(4, "cb")))
    await asyncio.sleep(0)
asyncio.run(main())
class Eterno(Exception):
    def __str__(self):
        return traceback.format_exc()
try: raise Eterno
except Eterno: print(len(str(traceback.format_exc())) > 10)
raise ExceptionGroup("g", [MiError(5, "x"), Ruidoso()])
