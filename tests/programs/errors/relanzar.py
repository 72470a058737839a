def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        print("visto", e)
        raise


def g():
    try:
        f()
    except ZeroDivisionError as e:
        e.args = ("cambiado",)
        raise e


try:
    g()
except Exception as e:
    print(type(e).__name__, e)
try:
    raise
except RuntimeError as e:
    print(e)
guardada = None
try:
    [].pop()
except IndexError as e:
    guardada = e
print(guardada, guardada.args)
try:
    raise guardada
except IndexError as e:
    print(e is guardada)
for clase in (ValueError, TypeError, KeyError, IndexError, RuntimeError, StopIteration, OSError, NotImplementedError, ArithmeticError, Exception):
    try:
        raise clase("m", 1)
    except clase as e:
        print(repr(e), "|", e, "|", e.args)
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(Exception, BaseException), issubclass(TimeoutError, OSError), issubclass(RecursionError, RuntimeError), issubclass(ModuleNotFoundError, ImportError), issubclass(UnicodeDecodeError, ValueError))
