def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def _is_abstract(value):
    if isinstance(value, property):
        return _is_abstract(value.fget) or _is_abstract(value.fset)
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return getattr(value, "__isabstractmethod__", False)


def update_abstractmethods(cls):
    names = set()
    for base in cls.__mro__[1:]:
        for name in base.__dict__.get("__abstractmethods__", ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    names.update([name for name, value in cls.__dict__.items() if _is_abstract(value)])
    cls.__abstractmethods__ = tuple(sorted(names))
    return cls


class ABCMeta(type):
    def __init__(cls, name, bases, namespace, **kwargs):
        update_abstractmethods(cls)

    def register(cls, subclass):
        cls.__registered__ = (*cls.__dict__.get("__registered__", ()), subclass)
        return subclass


class ABC(metaclass=ABCMeta):
    pass
