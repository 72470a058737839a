from keyword import iskeyword



class deque:
    """Its items are those of a list from a head on: both ends are near."""

    __module__ = "collections"
    __match_sequence__ = True
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._limit = maxlen
        self._items = []
        self._head = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._limit

    @maxlen.setter
    def maxlen(self, value):
        raise AttributeError("attribute 'maxlen' of 'collections.deque' objects is not writable")

    def _settled(self):
        """The list, with nothing before its head."""
        if self._head:
            del self._items[:self._head]
            self._head = 0
        return self._items

    def append(self, x, /):
        self._items.append(x)
        if self._limit is not None and len(self._items) - self._head > self._limit:
            self.popleft()

    def appendleft(self, x, /):
        if not self._head:
            room = len(self._items) + 8
            self._items[:0] = [None] * room
            self._head = room
        self._head -= 1
        self._items[self._head] = x
        if self._limit is not None and len(self._items) - self._head > self._limit:
            self._items.pop()

    def extend(self, iterable, /):
        if self._limit is None:
            self._items.extend(list(iterable) if iterable is self else iterable)
        else:
            for x in list(iterable):
                self.append(x)

    def extendleft(self, iterable, /):
        for x in list(iterable):
            self.appendleft(x)

    def pop(self):
        if len(self._items) == self._head:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        items, head = self._items, self._head
        if len(items) == head:
            raise IndexError("pop from an empty deque")
        x = items[head]
        items[head] = None
        self._head = head = head + 1
        if head > 64 and head * 2 > len(items):
            self._settled()
        return x

    def insert(self, i, x, /):
        if self._limit is not None and len(self) >= self._limit:
            raise IndexError("deque already at its maximum size")
        self._settled().insert(i, x)

    def remove(self, value, /):
        try:
            self._settled().remove(value)
        except ValueError:
            raise ValueError(f"{value!r} is not in deque") from None

    def index(self, x, *bounds):
        try:
            return self._settled().index(x, *bounds)
        except ValueError:
            raise ValueError(f"{x!r} is not in deque") from None

    def count(self, x, /):
        return self._settled().count(x)

    def reverse(self):
        self._settled().reverse()

    def rotate(self, n=1, /):
        items = self._settled()
        n = _whole(n) % len(items) if items else _whole(n)
        if items:
            self._items = items[-n:] + items[:-n] if n else items[:]

    def clear(self):
        self._items = []
        self._head = 0

    def copy(self):
        return type(self)(self) if self._limit is None else type(self)(self, self._limit)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = memo[id(self)] = type(self)() if self._limit is None else type(self)((), self._limit)
        made.extend([deepcopy(x, memo) for x in self._settled()])
        return made

    def __len__(self):
        return len(self._items) - self._head

    def __iter__(self):
        items, head, end = self._items, self._head, len(self._items)
        for at in range(head, end + 1):
            if self._items is not items or self._head != head or len(items) != end:
                raise RuntimeError("deque mutated during iteration")
            if at < end:
                yield items[at]

    def __reversed__(self):
        items, head, end = self._items, self._head, len(self._items)
        for at in range(end - 1, head - 2, -1):
            if self._items is not items or self._head != head or len(items) != end:
                raise RuntimeError("deque mutated during iteration")
            if at >= head:
                yield items[at]

    def __contains__(self, x):
        return x in self._settled()

    def _place(self, i):
        """Where in the list the item stands."""
        if not hasattr(type(i), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(i).__name__}'")
        size = len(self._items) - self._head
        if not -size <= i < size:
            raise IndexError("deque index out of range")
        return i if i < 0 else self._head + i

    def __getitem__(self, i):
        return self._items[self._place(i)]

    def __setitem__(self, i, x):
        self._items[self._place(i)] = x

    def __delitem__(self, i):
        i = self._place(i)
        del self._items[i]

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        items = self._settled() * n
        return type(self)(items) if self._limit is None else type(self)(items, self._limit)

    __rmul__ = __mul__

    def __imul__(self, n):
        items = self._settled() * n
        self.clear()
        self.extend(items)
        return self

    def _compared(symbol):
        def compare(self, other):
            if not isinstance(other, deque):
                return NotImplemented
            return symbol(self._settled(), other._settled())
        return compare

    __eq__ = _compared(lambda a, b: a == b)
    __lt__ = _compared(lambda a, b: a < b)
    __le__ = _compared(lambda a, b: a <= b)
    __gt__ = _compared(lambda a, b: a > b)
    __ge__ = _compared(lambda a, b: a >= b)

    def __repr__(self):
        if any([other is self for other in _shown]):
            return "[...]"
        _shown.append(self)
        tail = "" if self._limit is None else f", maxlen={self._limit}"
        try:
            return f"{type(self).__name__}({self._settled()!r}{tail})"
        finally:
            _shown.pop()


# The deques whose text is being made.
_shown = []


def _whole(n):
    if not hasattr(type(n), "__index__"):
        raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer")
    return n


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        dict.__init__(self, *args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __repr__(self):
        return f"{type(self).__name__}({self.default_factory!r}, {dict(self)!r})"


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
        else:
            rest = list(dict.items(self))
            dict.clear(self)
            dict.update(self, [(key, value)] + rest)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, dict.pop(self, key)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict(self) == other

    __hash__ = None

    def __repr__(self):
        return f"{type(self).__name__}({list(self.items()) if self else ''})"


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        found = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return found if n is None else found[:max(n, 0)]

    def elements(self):
        return (key for key, count in self.items() for _ in range(count))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        if isinstance(iterable, dict):
            for key, count in iterable.items():
                self[key] = count + dict.get(self, key, 0)
        elif iterable is not None:
            for key in iterable:
                self[key] = dict.get(self, key, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if isinstance(iterable, dict):
            for key, count in iterable.items():
                self[key] = dict.get(self, key, 0) - count
        elif iterable is not None:
            for key in iterable:
                self[key] = dict.get(self, key, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def _merge(self, other, count):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for key in [*self, *(key for key in other if key not in self)]:
            number = count(self[key], other[key])
            if number > 0:
                made[key] = number
        return made

    def __add__(self, other):
        return self._merge(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._merge(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._merge(other, lambda a, b: max(a, b))

    def __and__(self, other):
        return self._merge(other, lambda a, b: min(a, b))

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _replace(self, made):
        self.clear()
        dict.update(self, made)
        return self

    def __iadd__(self, other):
        return self._replace(self + other)

    def __isub__(self, other):
        return self._replace(self - other)

    def __ior__(self, other):
        return self._replace(self | other)

    def __iand__(self, other):
        return self._replace(self & other)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] == other[key] for key in [*self, *other])

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        return all(self[key] <= other[key] for key in [*self, *other])

    def __lt__(self, other):
        return self <= other and self != other

    def __ge__(self, other):
        return other <= self

    def __gt__(self, other):
        return other < self

    __hash__ = None

    def __repr__(self):
        if not self:
            return type(self).__name__ + "()"
        try:
            items = dict(self.most_common())
        except TypeError:
            items = dict(self)
        return f"{type(self).__name__}({items!r})"


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __iter__(self):
        found = {}
        for mapping in reversed(self.maps):
            found.update(dict.fromkeys(mapping))
        return iter(found)

    def __len__(self):
        return len(list(iter(self)))

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def keys(self):
        return dict.fromkeys(self).keys()

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def new_child(self, m=None, **kwargs):
        child = {} if m is None else m
        child.update(kwargs)
        return type(self)(child, *self.maps)

    parents = property(lambda self: type(self)(*self.maps[1:]))

    def __eq__(self, other):
        return dict(self.items()) == (dict(other.items()) if isinstance(other, ChainMap) else other)

    __hash__ = None

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([repr(m) for m in self.maps])})"


class _field:
    def __init__(self, at):
        self.at = at

    def __get__(self, instance, owner=None):
        return self if instance is None else tuple.__getitem__(instance, self.at)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [str(name) for name in field_names]
    if rename:
        fields = [f"_{at}" if not name.isidentifier() or iskeyword(name) or name[0] == "_" or name in fields[:at] else name for at, name in enumerate(fields)]
        given = ()
    else:
        given = fields
    for name in [typename] + fields:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    for at, name in enumerate(given):
        if name[0] == "_":
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in fields[:at]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    fields = tuple(fields)
    values = () if defaults is None else tuple(defaults)
    if len(values) > len(fields):
        raise TypeError("Got more default values than field names")
    return _named(typename, fields, dict(zip(fields[len(fields) - len(values):], values)), (tuple,), {"__module__": module or "__main__"})


def _named(typename, fields, defaults, bases, namespace):
    count = len(fields)

    def new(cls, /, *args, **kwargs):
        if not kwargs and len(args) == count:
            return tuple.__new__(cls, args)
        return tuple.__new__(cls, _bind(typename + ".__new__", ("_cls", *fields), defaults, (cls, *args), kwargs)[1:])

    def make(cls, iterable):
        values = tuple(iterable)
        if len(values) != count:
            raise TypeError(f"Expected {count} arguments, got {len(values)}")
        return tuple.__new__(cls, values)

    def replace(self, /, **kwds):
        values = [kwds.pop(name, value) for name, value in zip(fields, self)]
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return tuple.__new__(type(self), values)

    def text(self):
        return type(self).__name__ + "(" + ", ".join([f"{name}={value!r}" for name, value in zip(fields, self)]) + ")"

    new.__name__ = "__new__"
    new.__qualname__ = typename + ".__new__"
    common = {
        "__new__": new, "_make": classmethod(make), "_replace": replace, "__repr__": text,
        "_asdict": lambda self: dict(zip(fields, self)), "__getnewargs__": lambda self: tuple(self),
        "__doc__": f"{typename}({', '.join(fields)})", "__match_args__": fields, "_fields": fields, "_field_defaults": defaults,
    }
    for at, name in enumerate(fields):
        common[name] = _field(at)
    return type(typename, bases, {**common, **namespace})


def _bind(name, names, defaults, args, kwargs):
    """The values of parameters, or the errors of a call."""
    found = dict(zip(names, args))
    for key, value in kwargs.items():
        if key not in names:
            raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
        if key in found:
            raise TypeError(f"{name}() got multiple values for argument {key!r}")
        found[key] = value
    if len(args) > len(names):
        least = len(names) - len(defaults)
        takes = f"from {least} to {len(names)}" if defaults else str(len(names))
        raise TypeError(f"{name}() takes {takes} positional argument{'' if len(names) == 1 else 's'} but {len(args)} {'was' if len(args) == 1 else 'were'} given")
    missing = [repr(key) for key in names if key not in found and key not in defaults]
    if missing:
        count = len(missing)
        if count > 2:
            listed = ", ".join(missing[:-1]) + ", and " + missing[-1]
        else:
            listed = " and ".join(missing)
        raise TypeError(f"{name}() missing {count} required positional argument{'' if count == 1 else 's'}: {listed}")
    return [found[key] if key in found else defaults[key] for key in names]


class UserDict(dict):
    data = property(lambda self: self)


class UserList(list):
    data = property(lambda self: self)
