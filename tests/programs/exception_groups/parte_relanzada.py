# except* order
def prueba(f):
    try:
        f()
    except BaseExceptionGroup as e:
        def ver(e, n=0):
            if isinstance(e, BaseExceptionGroup):
                print(" "*n + repr(e.message), len(e.exceptions))
                for x in e.exceptions: ver(x, n+2)
            else: print(" "*n + repr(e))
        ver(e)
    except Exception as e:
        print("otra", repr(e))
def a():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* TypeError:
        raise
    except* KeyError:
        print("key")
def b():
    try:
        raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), KeyError(3), ValueError(4)]), TypeError(5)])
    except* TypeError as e:
        raise
    except* ValueError as e:
        raise e
def c():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* TypeError as e:
        raise RuntimeError("x")
    except* ValueError as e:
        raise
def d():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3), OSError(4)])
    except* KeyError:
        raise
    except* TypeError as e:
        raise LookupError("y") from e
    except* ValueError:
        raise
for f in (a,b,c,d): prueba(f)
