# What natives hand over to when only Python can go on: special methods of the
# program's classes, generators, key functions. Each function here is the twin
# of a native of the same name, called with the same arguments.


def binary(method, first, other, rest, left, right, symbol):
    result = method(first, other)
    if result is not NotImplemented:
        return result
    for method, first, other in rest:
        result = method(first, other)
        if result is not NotImplemented:
            return result
    return native_binary(symbol, left, right)


def as_index(value):
    if isinstance(value, slice):
        return slice(as_index(value.start), as_index(value.stop), as_index(value.step))
    method = getattr(type(value), "__index__", None)
    if method is None or isinstance(value, int):
        return value
    number = method(value)
    if not isinstance(number, int):
        raise TypeError("__index__ returned non-int (type %s)" % type(number).__name__)
    return number


def with_indexes(function, /, *args, **named):
    return function(*[as_index(value) for value in args], **{name: as_index(value) for name, value in named.items()})


def get_item(object, key):
    return object[as_index(key)]


def set_item(object, key, value):
    object[as_index(key)] = value


def delete_item(object, key):
    del object[as_index(key)]


def multiply(left, right):
    return as_index(left) * as_index(right)


def show_type(value):
    if value is ...:
        return "..."
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join([show_type(item) for item in value]) + "]"
    if isinstance(value, type) or hasattr(value, "__instance_test__") and hasattr(value, "__qualname__"):
        return value.__qualname__ if value.__module__ == "builtins" else value.__module__ + "." + value.__qualname__
    return repr(value)


def _parameters(args):
    found = []
    for arg in args:
        for one in (arg,) if hasattr(arg, "__bound__") else getattr(arg, "__parameters__", ()):
            if one not in found:
                found.append(one)
    return tuple(found)


class GenericAlias:
    __module__ = "types"

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _parameters(self.__args__)

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __getitem__(self, args):
        given = dict(zip(self.__parameters__, args if isinstance(args, tuple) else (args,)))
        if not given:
            raise TypeError("%r is not a generic class" % self)
        return GenericAlias(self.__origin__, tuple([given.get(arg, arg) for arg in self.__args__]))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __or__(self, other):
        return union(self, other)

    def __ror__(self, other):
        return union(other, self)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        return show_type(self.__origin__) + "[" + (", ".join([show_type(arg) for arg in self.__args__]) or "()") + "]"


class UnionType:
    __module__ = "types"

    def __init__(self, members):
        self.__args__ = self.__instance_of__ = members
        self.__parameters__ = _parameters(members)

    __or__ = GenericAlias.__or__
    __ror__ = GenericAlias.__ror__

    def __eq__(self, other):
        return set(self.__args__) == set(other.__args__) if isinstance(other, UnionType) else NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return " | ".join(["None" if member is type(None) else show_type(member) for member in self.__args__])


def union(left, right):
    members = []
    for side in (left, right):
        if side is None:
            side = type(None)
        elif not isinstance(side, (type, GenericAlias, UnionType)) and not hasattr(side, "__bound__"):
            return NotImplemented
        for member in side.__args__ if isinstance(side, UnionType) else (side,):
            if member not in members:
                members.append(member)
    return members[0] if len(members) == 1 else UnionType(tuple(members))


def pow(base, exp, mod):
    if not all([isinstance(value, int) for value in (base, exp, mod)]):
        method = getattr(type(base), "__pow__", None)
        result = NotImplemented if method is None else method(base, exp, mod)
        if result is NotImplemented:
            raise TypeError("unsupported operand type(s) for ** or pow(): %r, %r, %r" % tuple([type(value).__name__ for value in (base, exp, mod)]))
        return result
    result = 1
    for bit in bin(exp)[2:]:
        result = result * result % mod
        if bit == "1":
            result = result * base % mod
    return result


native_hash = hash


def hash(value):
    if isinstance(value, tuple) and type(value).__hash__ is tuple.__hash__:
        return tuple_hash([hash(item) for item in value])
    return native_hash(value)


def factorial(n):
    result = 1
    for low in range(2, n + 1, 64):
        factors = 1
        for factor in range(low, min(low + 64, n + 1)):
            factors *= factor
        result *= factors
    return result


def gcd(*integers):
    a = 0
    for b in integers:
        while b:
            a, b = b, a % b
    return abs(a)


def compare(methods, left, right, symbol, inverted):
    for method, first, other in methods:
        result = method(first, other)
        if result is not NotImplemented:
            if inverted:
                return not result
            return result
    return native_compare(symbol, left, right)


def _equal_items(a, b):
    for x, y in zip(a, b):
        if not (x is y or x == y):
            return False
    return True


def compare_containers(left, right, symbol):
    if isinstance(left, dict):
        same = len(left) == len(right)
        if same:
            for key in left:
                if key not in right:
                    same = False
                    break
                x = left[key]
                y = right[key]
                if not (x is y or x == y):
                    same = False
                    break
        return same if symbol == "==" else not same
    if isinstance(left, (set, frozenset)):
        return compare_sets(left, right, symbol)
    if symbol == "==":
        return len(left) == len(right) and _equal_items(left, right)
    if symbol == "!=":
        return not (len(left) == len(right) and _equal_items(left, right))
    for x, y in zip(left, right):
        if not (x is y or x == y):
            if symbol == "<":
                return x < y
            if symbol == "<=":
                return x <= y
            if symbol == ">":
                return x > y
            return x >= y
    a = len(left)
    b = len(right)
    if symbol == "<":
        return a < b
    if symbol == "<=":
        return a <= b
    if symbol == ">":
        return a > b
    return a >= b


def contains(container, item):
    for other in container:
        if other is item or other == item:
            return True
    return False


def _repr_items(items):
    return ", ".join([repr(item) for item in items])


def repr_container(value):
    if isinstance(value, BaseException):
        return type(value).__name__ + "(" + _repr_items(value.args) + ")"
    if not repr_enter(value):
        if isinstance(value, list):
            return "[...]"
        if isinstance(value, tuple):
            return "(...)"
        return "{...}"
    try:
        if isinstance(value, list):
            return "[" + _repr_items(value) + "]"
        if isinstance(value, tuple):
            if len(value) == 1:
                return "(" + repr(value[0]) + ",)"
            return "(" + _repr_items(value) + ")"
        if isinstance(value, dict):
            return "{" + ", ".join([repr(k) + ": " + repr(v) for k, v in value.items()]) + "}"
        if isinstance(value, frozenset):
            return "frozenset({" + _repr_items(value) + "})"
        if isinstance(value, set):
            return "{" + _repr_items(value) + "}"
        return type(value).__name__ + "([" + _repr_items(value) + "])"
    finally:
        repr_leave()


def str_of_container(value):
    if isinstance(value, BaseException):
        args = value.args
        if len(args) == 1:
            return repr(args[0]) if isinstance(value, KeyError) else str(args[0])
        return repr_container(args)
    return repr_container(value)


def format_converted(value, letter, spec):
    text = str(value) if letter == "s" else repr(value)
    return native_format(text, spec)


def print(*values, sep=" ", end="\n", file=None, flush=False):
    if sep is None:
        sep = " "
    if end is None:
        end = "\n"
    if file is None:
        import sys
        file = sys.stdout
        if file is None:
            return
    if type(file).__module__ == "sys":
        native_print(sep.join([str(value) for value in values]) + end, file._is_error)
        return
    for index, value in native_enumerate(values):
        if index:
            file.write(sep)
        file.write(str(value))
    file.write(end)
    if flush:
        file.flush()


def print_stack(task, failure, limit, file):
    import sys, traceback
    lines = []
    for frame in task.get_stack(limit=limit):
        code = frame.f_code
        lines.append('  File "%s", line %d, in %s\n    %s\n' % (code.co_filename, frame.f_lineno, code.co_name, frame._text))
    if not lines:
        lines.append("No stack for %r\n" % task)
    else:
        what = "Stack" if failure is None else "Traceback"
        lines.insert(0, "%s for %r (most recent call last):\n" % (what, task))
    if failure is not None:
        lines += traceback.format_exception_only(failure)
    (sys.stderr if file is None else file).write("".join(lines))


def await_iterator(method, value):
    iterator = method(value)
    if native_is_coroutine(iterator):
        raise TypeError("__await__() returned a coroutine")
    if not hasattr(iterator, "__next__"):
        raise TypeError("__await__() returned non-iterator of type '%s'" % type(iterator).__name__)
    return iterator


async def close_generators(steps):
    for step in steps:
        try:
            await step
        except Exception:
            pass


def _split_group(group, wanted):
    if wanted(group):
        return group, None
    if not isinstance(group, BaseExceptionGroup):
        return None, group
    yes = []
    no = []
    for member in group.exceptions:
        a, b = _split_group(member, wanted)
        if a is not None:
            yes.append(a)
        if b is not None:
            no.append(b)
    return (group.derive(yes) if yes else None), (group.derive(no) if no else None)


def BaseExceptionGroup_split(group, wanted):
    return _split_group(group, wanted)


def BaseExceptionGroup_subgroup(group, wanted):
    return _split_group(group, wanted)[0]


def iterate_items(value):
    index = 0
    while True:
        try:
            item = value[index]
        except IndexError:
            return
        yield item
        index += 1


def iterate_until(function, sentinel):
    while True:
        value = function()
        if value == sentinel:
            return
        yield value


def unpack(value, count):
    items = []
    for item in value:
        if len(items) == count:
            raise ValueError("too many values to unpack (expected %d)" % count)
        items.append(item)
    return items


def build_map(table, rest):
    index = 0
    while index < len(rest):
        table[rest[index]] = rest[index + 1]
        index += 2
    return table


def _find(table, key):
    code = hash(key)
    for entry in entries_with_hash(table, code):
        other = entry[0]
        if other is key or other == key:
            return code, entry
    return code, None


def dict_getitem(table, key):
    code, entry = _find(table, key)
    if entry is None:
        raise KeyError(key)
    return entry[1]


def dict_setitem(table, key, value):
    code, entry = _find(table, key)
    table_set(table, code, key if entry is None else entry[0], value)


def dict_delitem(table, key):
    code, entry = _find(table, key)
    if entry is None:
        raise KeyError(key)
    table_delete(table, code, entry[0])


def table_contains(table, key):
    return _find(table, key)[1] is not None


def set_add(table, key):
    code, entry = _find(table, key)
    if entry is None:
        table_set(table, code, key, None)


def dict_update_mapping(table, mapping):
    for key in mapping.keys():
        table[key] = mapping[key]


def construct(cls, new, *args, **kwargs):
    value = new.__func__(cls, *args, **kwargs) if isinstance(new, staticmethod) else new(cls, *args, **kwargs)
    if isinstance(value, cls):
        value.__init__(*args, **kwargs)
    return value


def construct_from_python(cls, *args, **kwargs):
    base = next(c for c in cls.__mro__ if c.__module__ == "builtins")
    value = allocate(cls, base(*args, **kwargs))
    return value


def finish_class(cls, **kwargs):
    namespace = class_namespace(cls)
    for name, value in list(namespace.items()):
        set_name = getattr(type(value), "__set_name__", None)
        if set_name is not None:
            set_name(value, cls, name)
    hook = getattr(super(cls, cls), "__init_subclass__", None)
    if type(hook) is not type(len):
        hook(**kwargs)
    elif kwargs:
        raise TypeError(cls.__name__ + ".__init_subclass__() takes no keyword arguments")
    for base in cls.__mro__[1:]:
        created = class_namespace(base).get("__class_created__")
        if created is not None:
            return created(cls)
    return cls


def make_class(meta, name, bases, namespace, **kwargs):
    cls = meta.__new__(meta, name, bases, namespace, **kwargs)
    if isinstance(cls, meta):
        meta.__init__(cls, name, bases, namespace, **kwargs)
    return cls


def match_class(subject, cls, names, count):
    if not isinstance(subject, cls):
        return None
    values = []
    if count:
        if cls in (bool, bytes, dict, float, frozenset, int, list, set, str, tuple):
            if count > 1:
                raise TypeError(cls.__name__ + "() accepts 1 positional sub-pattern (" + str(count) + " given)")
            values.append(subject)
        else:
            fields = getattr(cls, "__match_args__", ())
            if count > len(fields):
                plural = "" if len(fields) == 1 else "s"
                raise TypeError("%s() accepts %d positional sub-pattern%s (%d given)" % (cls.__name__, len(fields), plural, count))
            names = tuple(fields[:count]) + names
    for name in names:
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(values)


def told(error, texts):
    try:
        texts.append(str(error))
    except BaseException:
        pass


def last_word(value):
    method = type(value).__del__
    try:
        method(value)
    except BaseException as error:
        from _engine import exception_text
        native_print("Exception ignored in: %r\n" % method + exception_text(error, True), True)


def ask_metaclass(hook, value, classes):
    if isinstance(classes, (tuple, UnionType)):
        for one in classes if isinstance(classes, tuple) else classes.__args__:
            if ask_metaclass(hook, value, one):
                return True
        return False
    if not isinstance(classes, type):
        return isinstance(value, classes) if hook == "__instancecheck__" else issubclass(value, classes)
    if hook == "__instancecheck__" and type(value) is classes:
        return True
    return bool(getattr(type(classes), hook)(classes, value))


def any(items):
    for item in items:
        if item:
            return True
    return False


def all(items):
    for item in items:
        if not item:
            return False
    return True


def sum(items, /, start=0):
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    total = start
    for item in items:
        total = total + item
    return total


def _best(name, better, values, key, default, has_default):
    if len(values) == 1:
        values = values[0]
    best = None
    best_key = None
    empty = True
    for item in values:
        item_key = item if key is None else key(item)
        if empty or better(item_key, best_key):
            best = item
            best_key = item_key
            empty = False
    if empty:
        if has_default:
            return default
        raise ValueError(name + "() arg is an empty sequence")
    return best


_missing = object()


def min(*values, key=None, default=_missing):
    return _best("min", lambda a, b: a < b, values, key, default, default is not _missing)


def max(*values, key=None, default=_missing):
    return _best("max", lambda a, b: a > b, values, key, default, default is not _missing)


def sorted(items, /, *, key=None, reverse=False):
    result = [item for item in items]
    result.sort(key=key, reverse=reverse)
    return result


def hasattr(value, name):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True


def attribute_or(value, name, default):
    try:
        return getattr(value, name)
    except AttributeError:
        return default


def divmod(a, b):
    for method, first, other in (("__divmod__", a, b), ("__rdivmod__", b, a)):
        method = getattr(type(first), method, None)
        if method is not None:
            result = method(first, other)
            if result is not NotImplemented:
                return result
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return a // b, a % b
    raise TypeError("unsupported operand type(s) for divmod(): %r and %r" % (type(a).__name__, type(b).__name__))


def ascii(value):
    return native_repr(repr(value))


def format(value, spec=""):
    return value.__format__(spec)


async def anext_default(iterator, default):
    try:
        return await anext(iterator)
    except StopAsyncIteration:
        return default


class map:
    def __init__(self, function, *iterables):
        if not iterables:
            raise TypeError("map() must have at least two arguments.")
        self._function = function
        self._iterators = [iter(iterable) for iterable in iterables]

    def __iter__(self):
        return self

    def __next__(self):
        if len(self._iterators) == 1:
            return self._function(next(self._iterators[0]))
        return self._function(*[next(iterator) for iterator in self._iterators])


class filter:
    def __init__(self, function, iterable):
        self._function = function
        self._iterator = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            item = next(self._iterator)
            if item if self._function is None else self._function(item):
                return item


native_enumerate = enumerate


class _PythonEnumerate:
    def __init__(self, iterable, start=0):
        self._iterator = iter(iterable)
        self._index = start - 1

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self._iterator)
        self._index += 1
        return self._index, item


def new_enumerate(iterable, start=0):
    return _PythonEnumerate(iterable, start)


def new_zip(*iterables, strict=False):
    iterators = [iter(iterable) for iterable in iterables]
    return _zip(iterators, strict)


def _zip(iterators, strict):
    while True:
        items = []
        for index, iterator in native_enumerate(iterators):
            try:
                items.append(next(iterator))
            except StopIteration:
                if strict and index:
                    raise ValueError("zip() argument %d is shorter than argument%s" % (index + 1, " 1" if index == 1 else "s 1-%d" % index)) from None
                if strict:
                    for later in range(1, len(iterators)):
                        try:
                            next(iterators[later])
                        except StopIteration:
                            pass
                        else:
                            raise ValueError("zip() argument %d is longer than argument%s" % (later + 1, " 1" if later == 1 else "s 1-%d" % later)) from None
                return
        yield tuple(items)


def new_reversed(value):
    if not (hasattr(type(value), "__len__") and hasattr(type(value), "__getitem__")):
        raise TypeError("%r object is not reversible" % type(value).__name__)
    return _reversed(value)


def _reversed(value):
    index = len(value)
    while index > 0:
        index -= 1
        yield value[index]


def dir(value=_missing):
    if not isinstance(value, type) and hasattr(type(value), "__dir__"):
        return sorted(type(value).__dir__(value))
    names = set()
    own = getattr(value, "__dict__", None)
    if own:
        names.update(own)
    cls = value if isinstance(value, type) else type(value)
    for one in cls.__mro__:
        names.update(class_namespace(one))
    return sorted(names)
