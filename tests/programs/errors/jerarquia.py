for clase in (Exception, ArithmeticError, LookupError, ValueError, TypeError, OSError, RuntimeError, NameError, AssertionError, StopIteration, KeyboardInterrupt, SystemExit, GeneratorExit, ConnectionError, TimeoutError, UnicodeError, ImportError, NotImplementedError, RecursionError, EOFError, BufferError, MemoryError, PermissionError, FileNotFoundError):
    cadena = []
    c = clase
    while c is not object:
        cadena.append(c.__name__)
        c = c.__base__
    print(" < ".join(cadena))
try:
    raise FileNotFoundError(2, "No existe", "datos.csv")
except OSError as e:
    print(e, "|", e.errno, e.strerror, e.filename, repr(e))
try:
    raise SystemExit("adiós")
except BaseException as e:
    print(repr(e), e.code)
try:
    raise KeyboardInterrupt
except Exception:
    print("no")
except BaseException as e:
    print(type(e).__name__)
try:
    raise StopIteration(5)
except StopIteration as e:
    print(e.value)
e = ImportError("x", name="m")
print(e.name, e)
print(AttributeError("a", name="n", obj=5).obj, NameError("x", name="y").name, UnicodeError("u"))
