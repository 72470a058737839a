g = ExceptionGroup("varios", [ValueError("a"), TypeError("b"), ExceptionGroup("dentro", [KeyError("c"), ValueError("d")])])
print(repr(g), g, g.message, len(g.exceptions))
try:
    raise g
except* ValueError as e:
    print("valores", repr(e))
except* (TypeError, KeyError) as e:
    print("otros", repr(e))
else:
    print("no")
finally:
    print("finally")
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError as e:
        print(e.exceptions)
except ExceptionGroup as resto:
    print("queda", repr(resto))
try:
    raise ValueError("suelta")
except* ValueError as e:
    print(repr(e))
try:
    pass
except* ValueError:
    print("no")
else:
    print("else")
si, no = g.split(ValueError)
print(repr(si), repr(no))
print(repr(g.subgroup(lambda x: isinstance(x, KeyError))), g.subgroup(OSError))
for malo in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [5]), lambda: ExceptionGroup("x", 5), lambda: ExceptionGroup("x"), lambda: ExceptionGroup("x", [KeyboardInterrupt()])):
    try:
        malo()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, "|", e)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
try:
    try:
        raise ExceptionGroup("x", [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
e = ValueError("con nota")
e.add_note("una nota")
print(e.__notes__)
