def _kind():
    yield


async def _coroutine():
    pass


async def _async_kind():
    yield


_one = _coroutine()
GeneratorType = type(_kind())
CoroutineType = type(_one)
_one.close()
AsyncGeneratorType = type(_async_kind())
FunctionType = LambdaType = type(_kind)
BuiltinFunctionType = BuiltinMethodType = type(len)


class _Methods:
    def method(self):
        pass


MethodType = type(_Methods().method)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
CodeType = type(_kind.__code__)
import sys
ModuleType = type(sys)
MappingProxyType = dict
try:
    raise ValueError
except ValueError as _error:
    TracebackType = type(_error.__traceback__)


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, SimpleNamespace) else NotImplemented

    __hash__ = None

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return name + "(" + ", ".join([f"{key}={value!r}" for key, value in self.__dict__.items()]) + ")"


GenericAlias = type(list[int])
UnionType = type(int | str)


def coroutine(func):
    return func


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    return type(name, bases, namespace)
