import collections
import collections.abc as _abc

collections.abc = _abc


class _Abc:
    def __init__(self, name, *methods):
        self.__name__ = self.__qualname__ = name
        self.__instance_test__ = methods

    def __mro_entries__(self, bases):
        return ()

    def __getitem__(self, item):
        return self

    def __or__(self, other):
        return self

    __ror__ = __or__

    def register(self, cls):
        return cls

    def __repr__(self):
        return f"<class 'collections.abc.{self.__name__}'>"


for _line in """
Awaitable __await__
Coroutine cr_close
AsyncIterable __aiter__
AsyncIterator __anext__
AsyncGenerator asend
Hashable __hash__
Iterable __iter__
Iterator __next__
Generator throw
Reversible __reversed__
Sized __len__
Container __contains__
Callable __call__
Collection __contains__
Sequence count
MutableSequence append
ByteString hex
Set isdisjoint
MutableSet discard
Mapping keys
MutableMapping setdefault
MappingView mapping
KeysView mapping
ItemsView mapping
ValuesView mapping
Buffer hex
""".strip().split("\n"):
    _name, *_methods = _line.split()
    _abc.__dict__[_name] = _Abc(_name, *_methods)
