from _engine import allocate, class_namespace

_none = object()
_flags = ()


class auto:
    # A value that its place in the class gives, or what is made of such.
    def __init__(self, value=_none, join=None):
        self.value, self._join = value, join

    def __or__(self, other):
        return auto(join=lambda: _settled(self) | _settled(other))

    def __ror__(self, other):
        return auto(join=lambda: _settled(other) | _settled(self))

    def __and__(self, other):
        return auto(join=lambda: _settled(self) & _settled(other))

    def __xor__(self, other):
        return auto(join=lambda: _settled(self) ^ _settled(other))


def _settled(value):
    if isinstance(value, auto):
        return value.value if value._join is None else value._join()
    return value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


_behaviour = ("function", "classmethod", "staticmethod", "property", "cached_property", "nonmember", "builtin_function_or_method")


def _is_member(name, value):
    if name[:1] == "_" and name[-1:] == "_":
        return False
    return type(value).__name__ not in _behaviour


class EnumType(type):
    def __iter__(cls):
        return iter(list(cls._listed_))

    def __reversed__(cls):
        return reversed(cls._listed_)

    def __len__(cls):
        return len(cls._listed_)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and '{type(cls).__qualname__}'")
        return isinstance(value, cls)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls._member_map_:
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        object.__delattr__(cls, name)

    def __call__(cls, value=_none, names=None, *, module=None, qualname=None, type=None, start=1):
        if value is _none:
            raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
        if names is None:
            return _find(cls, value)
        return _functional(cls, value, names, type, start)

    def __repr__(cls):
        return f"<{'flag' if Flag in cls.__mro__ else 'enum'} {cls.__name__!r}>"

    __members__ = property(lambda cls: dict(cls._member_map_))


EnumMeta = EnumType


def _functional(base, name, names, mixin, start):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, dict):
        names = list(names.items())
    namespace = {}
    last = []
    for at, one in enumerate(names):
        if isinstance(one, str):
            value = base._generate_next_value_(one, start, at, last)
            last.append(value)
        else:
            one, value = one
        namespace[one] = value
    return type(name, (base,) if mixin is None else (mixin, base), namespace)


def _find(cls, value):
    try:
        if value in cls._by_value_:
            return cls._by_value_[value]
    except TypeError:
        for one in cls._listed_:
            if one._value_ == value:
                return one
    if type(value) is cls:
        return value
    missing = cls._missing_
    error = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    found = missing(value)
    if isinstance(found, cls):
        return found
    if found is None:
        raise error
    raise TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")


def _made(cls):
    """Turns the values that a class body names into members."""
    parent = None
    mixin = None
    for base in cls.__mro__[1:]:
        if issubclass(base, Enum):
            if parent is None:
                parent = base
        elif base is not object and mixin is None and base.__module__ == "builtins":
            mixin = base
    if parent.__dict__.get("_member_map_"):
        raise TypeError(f"<{'flag' if issubclass(cls, _flags) else 'enum'} {cls.__name__!r}> cannot extend {parent!r}")
    own = class_namespace(cls)
    members = own["_member_map_"] = {}
    known = own["_by_value_"] = {}
    listed = own["_listed_"] = []
    create = cls._new_member_
    if "__new__" in own:
        create = own["_new_member_"] = own.pop("__new__")
    ignored = own.get("_ignore_", ())
    if isinstance(ignored, str):
        ignored = ignored.split()
    last = []
    generate = cls._generate_next_value_
    for name, value in list(own.items()):
        if not _is_member(name, value) or name in ignored:
            if isinstance(value, nonmember):
                own[name] = value.value
            continue
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            if value._join is None and value.value is _none:
                value.value = generate(name, 1, len(last), list(last))
            value = _settled(value)
        elif isinstance(value, tuple) and any([isinstance(item, auto) for item in value]):
            value = tuple([generate(name, 1, len(last), list(last)) if isinstance(item, auto) else item for item in value])
        last.append(value)
        args = value if isinstance(value, tuple) and mixin is not tuple else (value,)
        if create is not None:
            one = create(cls, *args)
        elif mixin is not None:
            one = allocate(cls, mixin(*args))
            if isinstance(value, tuple):
                value = mixin(*args)
        else:
            one = allocate(cls, None)
        if "_value_" not in one.__dict__:
            one._value_ = value
        value = one._value_
        same = _known(cls, value)
        if same is not None:
            members[name] = own[name] = same
            continue
        one._name_ = name
        one.__objclass__ = cls
        one._sort_order_ = len(listed)
        init = getattr(cls, "__init__", None)
        if type(init).__name__ == "function":
            init(one, *args)
        if not issubclass(cls, _flags) or value and value & (value - 1) == 0:
            listed.append(one)
        members[name] = own[name] = one
        try:
            known[value] = one
        except TypeError:
            pass
    return cls


def _known(cls, value):
    try:
        return cls._by_value_.get(value)
    except TypeError:
        for one in cls._listed_:
            if one._value_ == value:
                return one


class Enum(metaclass=EnumType):
    __class_created__ = _made
    _member_map_ = {}
    _by_value_ = {}
    _listed_ = []
    _new_member_ = None

    name = property(lambda self: self._name_)
    value = property(lambda self: self._value_)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return max(last_values) + 1 if last_values else start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce__(self):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(int(self), spec)

    def __hash__(self):
        return hash(self._value_)


class StrEnum(str, ReprEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)


CONTINUOUS = "continuous"
STRICT, CONFORM, EJECT, KEEP = "strict", "conform", "eject", "keep"


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 1 << max(last_values).bit_length() if last_values else start

    @classmethod
    def _all(cls):
        bits = 0
        for one in cls._member_map_.values():
            bits |= one._value_
        return bits

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        every = cls._all()
        if value < 0:
            value &= (1 << every.bit_length()) - 1
            if value in cls._by_value_:
                return cls._by_value_[value]
        if value & ~every and not issubclass(cls, int):
            width = max(value.bit_length(), every.bit_length()) + 1
            raise ValueError(f"{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n  allowed {_bits(every, width)}")
        one = allocate(cls, value if issubclass(cls, int) else None)
        one._value_ = value
        parts = [part._name_ for part in cls._listed_ if part._value_ & value]
        rest = value & ~every
        if rest:
            parts.append(str(rest))
        one._name_ = "|".join(parts) or None
        cls._by_value_[value] = one
        return one

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for one in type(self)._listed_:
            if one._value_ & self._value_:
                yield one

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return f"<{type(self).__name__}: {self._value_!r}>"
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({self._value_!r})"
        return f"{type(self).__name__}.{self._name_}"

    def _other(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if isinstance(self, int) and isinstance(other, int):
            return other

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return type(self)(type(self)._all() & ~self._value_)


_flags = (Flag,)


def _bits(value, width):
    return f"0b0 {value:0{width - 1}b}"


class IntFlag(int, Flag, ReprEnum):
    # Those of `int` would give plain numbers.
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__, __contains__, __iter__, __len__, __repr__ = Flag.__invert__, Flag.__contains__, Flag.__iter__, Flag.__len__, Flag.__repr__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(int(self), spec)

    def __hash__(self):
        return hash(self._value_)


def unique(enumeration):
    aliases = [f"{name} -> {one._name_}" for name, one in enumeration._member_map_.items() if name != one._name_]
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(aliases)}")
    return enumeration
