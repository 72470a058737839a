WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
_absent = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            setattr(wrapper, name, getattr(wrapped, name))
        except (AttributeError, TypeError):
            pass
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


class partial:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)] + [repr(value) for value in self.args]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return "functools.partial(" + ", ".join(parts) + ")"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        return partial(self.func, instance, *self.args, **self.keywords)


def reduce(function, sequence, initial=_absent, /):
    items = iter(sequence)
    if initial is _absent:
        for initial in items:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in items:
        initial = function(initial, item)
    return initial


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _cached(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _cached(function, maxsize, typed)


def cache(user_function, /):
    return _cached(user_function, None, False)


def _cached(function, maxsize, typed):
    from collections import namedtuple
    info = namedtuple("CacheInfo", "hits misses maxsize currsize")
    known = {}
    hits = misses = 0

    def wrapper(*args, **kwargs):
        nonlocal hits, misses
        # As CPython, which knows 1 and 1.0 apart where they stand alone.
        key = args[0] if len(args) == 1 and not kwargs and type(args[0]) in (int, str) else args
        if kwargs:
            key += (_absent, *kwargs.items())
        if typed:
            key = key, tuple([type(value) for value in (*args, *kwargs.values())])
        found = known.get(key, _absent)
        if found is not _absent:
            hits += 1
            if maxsize is not None:
                known[key] = known.pop(key)
            return found
        misses += 1
        found = function(*args, **kwargs)
        if maxsize is None or maxsize > 0:
            if maxsize is not None and key not in known and len(known) >= maxsize:
                del known[next(iter(known))]
            known[key] = found
        return found

    def cache_clear():
        nonlocal hits, misses
        known.clear()
        hits = misses = 0

    wrapper.cache_info = lambda: info(hits, misses, maxsize, len(known))
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = instance.__dict__[self.attrname] = self.func(instance)
        return value


def total_ordering(cls):
    names = [name for name in ("__lt__", "__le__", "__gt__", "__ge__") if any(name in base.__dict__ for base in cls.__mro__[:-1])]
    if not names:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = names[0]
    base = getattr(cls, root)

    def derive(negated, equal):
        # `a > b` by `a < b`: not less, and not equal.
        def compare(self, other):
            result = base(self, other)
            if result is NotImplemented:
                return result
            if negated:
                result = not result
            if equal is None:
                return result
            if equal:
                return result or self == other
            return result and self != other
        return compare

    less = root in ("__lt__", "__gt__")
    same, other = ("__lt__", "__gt__") if root in ("__lt__", "__le__") else ("__gt__", "__lt__")
    rules = {same: (False, False), other: (True, False if less else None)}
    same, other = same[:3] + "e__", other[:3] + "e__"
    rules[same] = (False, True)
    rules[other] = (True, None if less else True)
    for name, (negated, equal) in rules.items():
        if name not in names:
            compare = derive(negated, equal)
            compare.__name__ = name
            setattr(cls, name, compare)
    return cls


def cmp_to_key(mycmp):
    class K:
        __slots__ = ["obj"]
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            func = cls
            hints = getattr(func, "__annotations__", {})
            if not hints:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain `@register` on an annotated function.")
            cls = next(iter(hints.values()))
        registry[cls] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{getattr(func, '__name__', 'singledispatch function')} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **kwargs):
            return self.dispatcher.dispatch(type(args[0]))(instance, *args, **kwargs)
        return method
