import collections
import collections.abc
import typing

TYPE_CHECKING = False
_names = typing.__dict__


class _Form:
    def __init__(self, name, args=None, test=(), make=None):
        self._name, self.__args__, self.__instance_test__, self._make = name, args, test, make

    def __getitem__(self, args):
        return _Form(self._name, args if isinstance(args, tuple) else (args,), self.__instance_test__, self._make)

    def __mro_entries__(self, bases):
        return ()

    def __call__(self, *args, **kwargs):
        if self._make is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        return self._make(*args, **kwargs)

    def __or__(self, other):
        return _Form("Union", (self, other))

    def __ror__(self, other):
        return _Form("Union", (other, self))

    def __eq__(self, other):
        return isinstance(other, _Form) and (self._name, self.__args__) == (other._name, other.__args__)

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __repr__(self):
        if self.__args__ is None:
            return "typing." + self._name
        if self._name == "Union" and len(self.__args__) == 2 and self.__args__[1] is type(None):
            return f"typing.Optional[{_text(self.__args__[0])}]"
        return f"typing.{self._name}[{', '.join([_text(arg) for arg in self.__args__])}]"


def _text(arg):
    if isinstance(arg, list):
        return "[" + ", ".join([_text(item) for item in arg]) + "]"
    if arg is ...:
        return "..."
    if isinstance(arg, type):
        return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
    return repr(arg)


for _name in "Any Union Optional ClassVar Final Literal Annotated Generic Protocol Self Never NoReturn LiteralString Concatenate Required NotRequired Unpack TypeAlias TypeGuard Type Text AnyStr SupportsInt SupportsFloat SupportsAbs SupportsIndex Pattern Match IO TextIO".split():
    _names[_name] = _Form(_name)
for _name, _make in {"List": list, "Dict": dict, "Set": set, "FrozenSet": frozenset, "Tuple": tuple, "Deque": collections.deque, "DefaultDict": collections.defaultdict, "Counter": collections.Counter, "OrderedDict": collections.OrderedDict, "ChainMap": collections.ChainMap}.items():
    _names[_name] = _Form(_name, None, (), _make)
for _name, _abc in list(collections.abc.__dict__.items()):
    if hasattr(_abc, "__instance_test__"):
        _names[_name] = _Form(_name, None, _abc.__instance_test__)
for _name in ("AbstractSet", "ContextManager", "AsyncContextManager"):
    _names[_name] = _Form(_name)
Any = _Form("Any")


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__, self.__constraints__, self.__bound__ = name, constraints, bound
        self._mark = "+" if covariant else "-" if contravariant else "~"

    def __or__(self, other):
        return _Form("Union", (self, other))

    def __ror__(self, other):
        return _Form("Union", (other, self))

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


overload = final = no_type_check = runtime_checkable = override = _same


def dataclass_transform(**options):
    return _same


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    return dict(getattr(obj, "__annotations__", {}))


def get_origin(tp):
    return getattr(tp, "_make", None) or getattr(tp, "__origin__", None)


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
