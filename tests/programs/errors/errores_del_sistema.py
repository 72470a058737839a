# Lo que OSError hace de su número.
for e in (OSError(2, "No existe"), OSError("x"), OSError(), ConnectionRefusedError(111, "no"), FileNotFoundError(2, "a", "f"), TimeoutError("t"), OSError(13, "p"), OSError(9999, "raro"), BlockingIOError(11, "b")):
    print(type(e).__name__, e, e.errno, e.strerror, e.filename, e.args, repr(e))
class MiOS(OSError): pass
print(type(MiOS(2, "x")).__name__, MiOS(2, "x").errno, IOError is OSError, EnvironmentError is OSError, UnicodeDecodeError.__mro__[1].__name__)
