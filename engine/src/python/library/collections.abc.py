from abc import ABC, abstractmethod
import collections
import collections.abc as _abc

GenericAlias = type(list[int])

collections.abc = _abc


class _Abc:
    __module__ = "collections.abc"

    def __init__(self, name, *methods):
        self.__name__ = self.__qualname__ = name
        self.__instance_test__ = methods

    def __mro_entries__(self, bases):
        return ()

    def __getitem__(self, item):
        return GenericAlias(getattr(self, "__origin__", self), item)

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
""".strip().split("\n"):
    _name, *_methods = _line.split()
    _abc.__dict__[_name] = _Abc(_name, *_methods)


# What a class gets that derives from one of them.

class _Derived(ABC):
    """A base that asks for some methods and gives others."""

    def __init_subclass__(cls, needs="", **kwargs):
        for name in needs.split():
            setattr(cls, name, abstractmethod(lambda self, *args: None))
        if needs:
            cls.__module__, cls.__qualname__ = "collections.abc", cls.__name__
            getattr(_abc, cls.__name__).__origin__ = cls


def _derive():
    class Iterator(_Derived, needs="__next__"):
        def __iter__(self):
            return self

    class AsyncIterator(_Derived, needs="__anext__"):
        def __aiter__(self):
            return self

    class Sequence(_Derived, needs="__getitem__ __len__"):
        __match_sequence__ = True

        def __iter__(self):
            at = 0
            try:
                while True:
                    yield self[at]
                    at += 1
            except IndexError:
                return

        def __contains__(self, value):
            return any([item is value or item == value for item in self])

        def __reversed__(self):
            for at in range(len(self) - 1, -1, -1):
                yield self[at]

        def index(self, value, start=0, stop=None):
            return list(iter(self)).index(value, start, len(self) if stop is None else stop)

        def count(self, value):
            return list(iter(self)).count(value)

    class MutableSequence(Sequence, needs="__setitem__ __delitem__ insert"):
        def append(self, value):
            self.insert(len(self), value)

        def extend(self, values):
            for value in list(values):
                self.append(value)

        def pop(self, index=-1):
            value = self[index]
            del self[index]
            return value

        def remove(self, value):
            del self[self.index(value)]

        def clear(self):
            while len(self):
                self.pop()

        def reverse(self):
            for at, value in enumerate(list(reversed(self))):
                self[at] = value

        def __iadd__(self, values):
            self.extend(values)
            return self

    class Mapping(_Derived, needs="__getitem__ __iter__ __len__"):
        __hash__ = None

        def get(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                return default

        def __contains__(self, key):
            try:
                self[key]
            except KeyError:
                return False
            return True

        def keys(self):
            return dict.fromkeys(self).keys()

        def items(self):
            return {key: self[key] for key in self}.items()

        def values(self):
            return {key: self[key] for key in self}.values()

        def __eq__(self, other):
            return dict(self.items()) == dict(other.items()) if hasattr(other, "items") else NotImplemented

    class MutableMapping(Mapping, needs="__setitem__ __delitem__"):
        def pop(self, key, *default):
            try:
                value = self[key]
            except KeyError:
                if default:
                    return default[0]
                raise
            del self[key]
            return value

        def popitem(self):
            for key in self:
                return key, self.pop(key)
            raise KeyError

        def clear(self):
            while len(self):
                self.popitem()

        def update(self, other=(), /, **named):
            for key, value in {**dict(other), **named}.items():
                self[key] = value

        def setdefault(self, key, default=None):
            if key not in self:
                self[key] = default
            return self[key]


_derive()
