# El traceback de lo que pasa por un gestor de contexto no lo nombra.
import contextlib, traceback, asyncio
@contextlib.contextmanager
def p(n):
    try: yield n
    finally: print("sale")
try:
    with p(1), p(2):
        1 / 0
except ZeroDivisionError: traceback.print_exc()
@contextlib.asynccontextmanager
async def q(n):
    try: yield n
    finally: print("sale")
async def main():
    try:
        async with q(1):
            1 / 0
    except ZeroDivisionError: traceback.print_exc()
    try:
        async with q(1):
            await asyncio.sleep(0)
            1 / 0
    except ZeroDivisionError as e: traceback.print_exception(e)
asyncio.run(main())
with p(3): {}[1]
