from _engine import code_kind
from types import AsyncGeneratorType, BuiltinFunctionType, CoroutineType, FunctionType, GeneratorType, MethodType, ModuleType

CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def iscoroutine(object):
    return isinstance(object, CoroutineType)


def isgenerator(object):
    return isinstance(object, GeneratorType)


def isasyncgen(object):
    return isinstance(object, AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, CoroutineType) or hasattr(type(object), "__await__")


def _plain(object):
    while True:
        if isinstance(object, MethodType):
            object = object.__func__
        elif type(object).__name__ == "partial":
            object = object.func
        else:
            return object


def iscoroutinefunction(object):
    return code_kind(_plain(object)) == "coroutine"


def isgeneratorfunction(object):
    return code_kind(_plain(object)) == "generator"


def isasyncgenfunction(object):
    return code_kind(_plain(object)) == "async_generator"


def isfunction(object):
    return isinstance(object, FunctionType)


def ismethod(object):
    return isinstance(object, MethodType)


def isbuiltin(object):
    return isinstance(object, BuiltinFunctionType)


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, ModuleType)


def iscallable(object):
    return callable(object)


def _state(object, prefix):
    if prefix == "cr":
        running, frame, kind = object.cr_running, object.cr_frame, "CORO_"
    else:
        running, frame, kind = object.gi_running, object.gi_frame, "GEN_"
    if running:
        return kind + "RUNNING"
    if frame is None:
        return kind + "CLOSED"
    return kind + ("SUSPENDED" if code_kind(object) == "started" else "CREATED")


def getcoroutinestate(coroutine):
    return _state(coroutine, "cr")


def getgeneratorstate(generator):
    return _state(generator, "gi")


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None:
        return None
    from textwrap import dedent
    first, _, rest = doc.partition("\n")
    return (first.strip() + "\n" + dedent(rest)).strip()


def getmembers(object, predicate=None):
    pairs = [(name, getattr(object, name, None)) for name in dir(object)]
    return [pair for pair in pairs if predicate is None or predicate(pair[1])]


def unwrap(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    return func
