class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()
KW_ONLY = _Missing()


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = metadata or {}
        self.kw_only = kw_only
        self._kind = "field"

    def __repr__(self):
        parts = [f"{name}={getattr(self, name)!r}" for name in ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only")]
        return "Field(" + ",".join(parts) + f",_field_type=_FIELD)"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(cls=None, /, **options):
    if cls is None:
        return lambda cls: _process(cls, **options)
    return _process(cls, **options)


def _kind(hint):
    if isinstance(hint, str):
        name = hint.split("[")[0].split(".")[-1].strip()
        if name in ("ClassVar", "InitVar", "KW_ONLY"):
            return name
    elif isinstance(hint, InitVar) or hint is InitVar:
        return "InitVar"
    elif hint is KW_ONLY:
        return "KW_ONLY"
    elif repr(hint).startswith("typing.ClassVar"):
        return "ClassVar"
    return "field"


def _process(cls, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is not None:
            found.update(inherited)
            if base.__dict__["__dataclass_params__"].frozen != frozen:
                raise TypeError("cannot inherit " + ("frozen dataclass from a non-frozen one" if frozen else "non-frozen dataclass from a frozen one"))
    only = kw_only
    for name, hint in cls.__dict__.get("__annotations__", {}).items():
        kind = _kind(hint)
        if kind == "KW_ONLY":
            only = True
            continue
        default = cls.__dict__.get(name, MISSING)
        one = default if isinstance(default, Field) else field(default=default)
        one.name, one.type, one._kind = name, hint, kind
        if kind != "ClassVar" and one.default is not MISSING and (isinstance(one.default, (list, dict, set)) or type(one.default).__hash__ is None):
            raise ValueError(f"mutable default {type(one.default)} for field {name} is not allowed: use default_factory")
        if one.kw_only is MISSING:
            one.kw_only = only
        found[name] = one
        if isinstance(default, Field):
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    cls.__dataclass_fields__ = found
    cls.__dataclass_params__ = _Params(init, repr, eq, order, unsafe_hash, frozen)
    given = [one for one in found.values() if one._kind != "ClassVar" and one.init]
    own = [one for one in found.values() if one._kind == "field"]
    plain = [one for one in given if not one.kw_only]
    late = None
    for one in plain:
        if one.default is not MISSING or one.default_factory is not MISSING:
            late = one
        elif late is not None and init:
            raise TypeError(f"non-default argument {one.name!r} follows default argument")

    def add(name, function, wanted=True):
        if wanted and name not in cls.__dict__:
            function.__name__ = name
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(cls, name, function)

    if init:
        add("__init__", _init(cls, found, given, plain))
    add("__repr__", lambda self: _repr(self, own), repr)
    compared = [one.name for one in own if one.compare]

    def values(self):
        return tuple([getattr(self, name) for name in compared])

    if eq:
        def equal(self, other):
            if type(other) is not type(self):
                return NotImplemented
            return values(self) == values(other)
        add("__eq__", equal)
    if order:
        _order(cls, values)
    if frozen:
        def assign(self, name, value):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")

        def delete(self, name):
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        add("__setattr__", assign)
        add("__delattr__", delete)
    own_hash = cls.__dict__.get("__hash__")
    hashed = [one.name for one in own if (one.compare if one.hash is None else one.hash)]
    if unsafe_hash or eq and frozen and own_hash is None:
        cls.__hash__ = lambda self: hash(tuple([getattr(self, name) for name in hashed]))
    elif eq and own_hash is None:
        cls.__hash__ = None
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([one.name for one in plain])
    if slots:
        inherited = [name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())]
        cls.__slots__ = tuple([one.name for one in own if one.name not in inherited])
    return cls


class _Params:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq, self.order = init, repr, eq, order
        self.unsafe_hash, self.frozen = unsafe_hash, frozen


def _init(cls, found, given, plain):
    names = [one.name for one in plain]
    only = [one.name for one in given if one.kw_only]
    optional = {one.name for one in given if one.default is not MISSING or one.default_factory is not MISSING}
    stored = [one for one in found.values() if one._kind == "field"]
    variables = [one.name for one in given if one._kind == "InitVar"]
    title = cls.__qualname__ + ".__init__"
    post = hasattr(cls, "__post_init__")
    store = object.__setattr__
    count = len(names)

    def init(self, /, *args, **kwargs):
        if kwargs or len(args) != count or only:
            bound = _arguments(title, names, only, optional, args, kwargs)
        else:
            bound = dict(zip(names, args))
        for one in stored:
            name = one.name
            if name in bound:
                value = bound[name]
            elif one.default_factory is not MISSING:
                value = one.default_factory()
            elif one.default is not MISSING:
                value = one.default
            else:
                continue
            store(self, name, value)
        if post:
            self.__post_init__(*[bound[name] if name in bound else found[name].default for name in variables])
    return init


def _arguments(title, names, only, optional, args, kwargs):
    found = dict(zip(names, args))
    for key, value in kwargs.items():
        if key in found:
            raise TypeError(f"{title}() got multiple values for argument {key!r}")
        if key not in names and key not in only:
            raise TypeError(f"{title}() got an unexpected keyword argument {key!r}")
        found[key] = value
    if len(args) > len(names):
        most, given = len(names) + 1, len(args) + 1
        least = most - len([name for name in names if name in optional])
        takes = str(most) if least == most else f"from {least} to {most}"
        extra = [key for key in kwargs if key in only]
        tail = "were given"
        if extra:
            tail = f"positional argument{'' if given == 1 else 's'} (and {len(extra)} keyword-only argument{'' if len(extra) == 1 else 's'}) were given"
        raise TypeError(f"{title}() takes {takes} positional argument{'' if most == 1 else 's'} but {given} {tail}")
    for kind, group in ("positional", names), ("keyword-only", only):
        missing = [repr(name) for name in group if name not in found and name not in optional]
        if missing:
            listed = ", ".join(missing[:-1]) + ", and " + missing[-1] if len(missing) > 2 else " and ".join(missing)
            raise TypeError(f"{title}() missing {len(missing)} required {kind} argument{'' if len(missing) == 1 else 's'}: {listed}")
    return found


_shown = []


def _repr(self, fields):
    if any(other is self for other in _shown):
        return "..."
    _shown.append(self)
    try:
        return type(self).__qualname__ + "(" + ", ".join([f"{one.name}={getattr(self, one.name)!r}" for one in fields if one.repr]) + ")"
    finally:
        _shown.pop()


def _order(cls, values):
    def less(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return values(self) < values(other)

    def less_equal(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return values(self) <= values(other)

    def greater(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return values(self) > values(other)

    def greater_equal(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return values(self) >= values(other)

    for name, function in ("__lt__", less), ("__le__", less_equal), ("__gt__", greater), ("__ge__", greater_equal):
        if name in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
        setattr(cls, name, function)


def fields(class_or_instance):
    found = getattr(class_or_instance, "__dataclass_fields__", None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([one for one in found.values() if one._kind == "field"])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def _plain(value, convert, copy):
    if _is_instance(value):
        return convert(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_plain(item, convert, copy) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_plain(item, convert, copy) for item in value])
    if isinstance(value, dict):
        return type(value)([(_plain(k, convert, copy), _plain(v, convert, copy)) for k, v in value.items()])
    return copy(value)


def asdict(obj, *, dict_factory=dict):
    from copy import deepcopy
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def convert(value):
        return dict_factory([(one.name, _plain(getattr(value, one.name), convert, deepcopy)) for one in fields(value)])
    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    from copy import deepcopy
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def convert(value):
        return tuple_factory([_plain(getattr(value, one.name), convert, deepcopy) for one in fields(value)])
    return convert(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for one in obj.__dataclass_fields__.values():
        if one._kind == "ClassVar":
            continue
        if not one.init:
            if one.name in changes:
                raise ValueError(f"field {one.name} is declared with init=False, it cannot be specified with replace()")
        elif one.name not in changes:
            if one._kind == "InitVar" and one.default is MISSING:
                raise ValueError(f"InitVar {one.name!r} must be specified with replace()")
            changes[one.name] = getattr(obj, one.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    body = dict(namespace or {})
    hints = body["__annotations__"] = {}
    for item in fields:
        name, hint, *default = (item, "typing.Any") if isinstance(item, str) else item
        hints[name] = hint
        if default:
            body[name] = default[0]
    return _process(type(cls_name, bases, body), **options)
