import builtins
import collections
import collections.abc
import typing
from _engine import show_type as _text
from types import GenericAlias, UnionType

TYPE_CHECKING = False
_names = typing.__dict__


class _Form:
    def __init__(self, name, args=None, test=(), make=None):
        self._name, self.__args__, self.__instance_test__, self._make = name, args, test, make
        self.__origin__ = make
        if name == "Union" and args is not None:
            self.__origin__, self.__instance_of__ = self, tuple([type(None) if arg is None else arg for arg in args])

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        if self._name not in ("Literal", "Annotated"):
            args = tuple([_argument(arg) for arg in args])
        if self._name == "Optional":
            return _union(args[0], type(None))
        if self._name == "Union":
            return _union(*args)
        return _Form(self._name, args, self.__instance_test__, self._make)

    def __mro_entries__(self, bases):
        return () if self._make is None else (self._make,)

    def __call__(self, *args, **kwargs):
        if self._make is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        return self._make(*args, **kwargs)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __eq__(self, other):
        if self._name == "Union" and isinstance(other, (_Form, UnionType)):
            return set(self.__args__) == set(other.__args__)
        return isinstance(other, _Form) and (self._name, self.__args__) == (other._name, other.__args__)

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __repr__(self):
        if self.__args__ is None:
            return "typing." + self._name
        if self._name == "Union" and len(self.__args__) == 2 and self.__args__[1] is type(None):
            return f"typing.Optional[{_text(self.__args__[0])}]"
        if self._name == "Literal":
            return f"typing.Literal{list(self.__args__)}"
        return f"typing.{self._name}[{', '.join([_text(arg) for arg in self.__args__])}]"


def _argument(arg):
    return type(None) if arg is None else ForwardRef(arg) if isinstance(arg, str) else arg


def _union(*args):
    members = []
    for arg in map(_argument, args):
        union = isinstance(arg, UnionType) or isinstance(arg, _Form) and arg._name == "Union"
        members += [one for one in (arg.__args__ if union else (arg,)) if one not in members]
    return members[0] if len(members) == 1 else _Form("Union", tuple(members))


for _name in "Any Union Optional ClassVar Final Literal Annotated Self Never NoReturn LiteralString Concatenate Required NotRequired Unpack TypeAlias TypeGuard Type Text AnyStr SupportsInt SupportsFloat SupportsAbs SupportsIndex Pattern Match IO TextIO".split():
    _names[_name] = _Form(_name)
for _name, _make in {"List": list, "Dict": dict, "Set": set, "FrozenSet": frozenset, "Tuple": tuple, "Deque": collections.deque, "DefaultDict": collections.defaultdict, "Counter": collections.Counter, "OrderedDict": collections.OrderedDict, "ChainMap": collections.ChainMap}.items():
    _names[_name] = _Form(_name, None, (), _make)
for _name, _abc in list(collections.abc.__dict__.items()):
    if hasattr(_abc, "__instance_test__"):
        _names[_name] = _Form(_name, None, _abc.__instance_test__)
for _name in ("AbstractSet", "ContextManager", "AsyncContextManager"):
    _names[_name] = _Form(_name)
Any = _Form("Any")


class Generic:
    def __class_getitem__(cls, args):
        return GenericAlias(cls, args)


class Protocol(Generic):
    _is_protocol = True

    def __init_subclass__(cls):
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol:
            cls.__protocol__ = False

    def __class_call__(cls, *args, **kwargs):
        if cls._is_protocol:
            raise TypeError("Protocols cannot be instantiated")
        self = object.__new__(cls)
        self.__init__(*args, **kwargs)
        return self


def runtime_checkable(cls):
    names = {name: None for base in cls.__mro__[:-3] if base._is_protocol for name in [*base.__dict__, *base.__dict__.get("__annotations__", ())]}
    ours = "__module__ __qualname__ __doc__ __annotations__ __protocol__ _is_protocol".split()
    cls.__protocol__ = tuple([name for name in names if name not in ours])
    return cls


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__, self.__constraints__, self.__bound__ = name, constraints, bound
        self._mark = "+" if covariant else "-" if contravariant else "~"

    __or__ = _Form.__or__
    __ror__ = _Form.__ror__

    def __repr__(self):
        return self._mark + self.__name__


class ParamSpec(TypeVar):
    args = kwargs = None


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


def NewType(name, tp):
    def make(x):
        return x
    make.__name__ = make.__qualname__ = name
    make.__supertype__ = tp
    return make


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}")
    return obj


def _same(value):
    return value


overload = final = no_type_check = _same


def dataclass_transform(**options):
    return _same


def _resolve(hint, names):
    if hint is None:
        return type(None)
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if not isinstance(hint, str):
        return hint
    words = "".join([letter if letter.isalnum() or letter in "_'\"" else f" {letter} " for letter in hint.replace("...", "Ellipsis")])
    return _Reader(words.split(), names).union()


class _Reader:
    """What an annotation kept as text says."""

    def __init__(self, words, names):
        self.words, self.names = [*words, ""], names

    def union(self):
        found = self.one()
        while self.words[0] == "|":
            self.words.pop(0)
            found = found | self.one()
        return found

    def one(self):
        word = self.words.pop(0)
        if word == "[":
            return self.rest([])
        if word[:1] in "'\"":
            return _resolve(word[1:-1], self.names)
        if word in self.names:
            found = self.names[word]
        elif word.isdigit():
            found = int(word)
        elif word == "None":
            found = None
        elif hasattr(builtins, word):
            found = getattr(builtins, word)
        else:
            raise NameError(f"name {word!r} is not defined")
        while self.words[0] in (".", "["):
            if self.words.pop(0) == ".":
                found = getattr(found, self.words.pop(0))
            else:
                items = self.rest([])
                found = found[items[0] if len(items) == 1 else tuple(items)]
        return found

    def rest(self, items):
        while self.words[0] not in ("]", ""):
            items.append(self.union())
            if self.words[0] == ",":
                self.words.pop(0)
        self.words.pop(0)
        return items


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    names = globalns or {**globals(), **(localns or {})}
    hints = {}
    for one in obj.__mro__[::-1] if isinstance(obj, type) else (obj,):
        own = one.__dict__ if isinstance(one, type) else {"__annotations__": getattr(one, "__annotations__", {})}
        for name, hint in own.get("__annotations__", {}).items():
            hint = _resolve(hint, names)
            if isinstance(hint, _Form) and hint._name == "Annotated" and not include_extras:
                hint = hint.__args__[0]
            hints[name] = type(None) if hint is None else hint
    return hints


def get_origin(tp):
    if isinstance(tp, UnionType):
        return UnionType
    if isinstance(tp, _Form) and tp.__args__ is not None and tp._make is None:
        return _names[tp._name]
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", None) or ()


def _named(cls):
    hints = cls.__dict__.get("__annotations__", {})
    namespace = {name: value for name, value in cls.__dict__.items() if name not in hints}
    defaults = {name: cls.__dict__[name] for name in hints if name in cls.__dict__}
    late = []
    for name in hints:
        if name in defaults:
            late.append(name)
        elif late:
            raise TypeError(f"Non-default namedtuple field {name} cannot follow default field{'s' if len(late) > 1 else ''} {', '.join(late)}")
    return collections._named(cls.__name__, tuple(hints), defaults, (tuple,), namespace)


class NamedTuple:
    __class_created__ = _named

    def __class_call__(cls, typename, fields=(), **kwargs):
        return collections.namedtuple(typename, [name for name, _ in fields or kwargs.items()])


class TypedDict:
    def __init_subclass__(cls, total=True):
        pass

    def __class_call__(cls, *args, **kwargs):
        if cls is TypedDict:
            name, fields = args
            return type(name, (TypedDict,), {"__annotations__": dict(fields)})
        return dict(*args, **kwargs)
