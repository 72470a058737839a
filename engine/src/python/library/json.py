from _engine import json_number, json_quote, json_string


class JSONDecodeError(ValueError):
    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno, self.colno = lineno, colno


class JSONEncoder:
    __module__ = "json.encoder"

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.allow_nan = skipkeys, ensure_ascii, allow_nan
        self.sort_keys = sort_keys
        self.indent = " " * indent if isinstance(indent, int) else indent
        self.item_separator, self.key_separator = separators or (", " if indent is None else ",", ": ")
        if default is not None:
            self.default = default
        self._open = []

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        out = []
        self._done = []
        self._write(o, out, "\n")
        return "".join(self._done + out)

    def iterencode(self, o):
        yield self.encode(o)

    def _atom(self, o):
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            if o - o == 0:
                return float.__repr__(o)
            if not self.allow_nan:
                raise ValueError("Out of range float values are not JSON compliant")
            return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"

    def _enter(self, o):
        for other in self._open:
            if other is o:
                raise ValueError("Circular reference detected")
        self._open.append(o)

    def _write(self, o, out, line):
        if isinstance(o, str):
            out.append(json_quote(o, self.ensure_ascii))
            return
        atom = self._atom(o)
        if atom is not None:
            out.append(atom)
        elif isinstance(o, (list, tuple)):
            if not o:
                out.append("[]")
                return
            self._enter(o)
            self._items(o, out, line, "[]", False)
            self._open.pop()
        elif isinstance(o, dict):
            if not o:
                out.append("{}")
                return
            self._enter(o)
            pairs = o.items()
            self._items(sorted(pairs) if self.sort_keys else pairs, out, line, "{}", True)
            self._open.pop()
        else:
            self._enter(o)
            self._write(self.default(o), out, line)
            self._open.pop()

    def _items(self, items, out, line, brackets, pairs):
        out.append(brackets[0])
        inner = line
        between = self.item_separator
        if self.indent is not None:
            inner = line + self.indent
            between += inner
        first = True
        for value in items:
            if pairs:
                key, value = value
                if not isinstance(key, str):
                    known = self._atom(key)
                    if known is None:
                        if self.skipkeys:
                            continue
                        raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
                    key = known
            if not first:
                out.append(between)
            elif self.indent is not None:
                out.append(inner)
            first = False
            if pairs:
                out.append(json_quote(key, self.ensure_ascii) + self.key_separator)
            self._write(value, out, inner)
            if len(out) > 10_000:
                self._done.append("".join(out))
                out.clear()
        if self.indent is not None and not first:
            out.append(line)
        out.append(brackets[1])


class JSONDecoder:
    __module__ = "json.decoder"

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.constants = {"null": None, "true": True, "false": False}
        for name in ("NaN", "Infinity", "-Infinity"):
            self.constants[name] = float(name) if parse_constant is None else parse_constant(name)
        self.strict = strict

    def decode(self, s):
        value, end = self.raw_decode(s, _blank(s, 0))
        end = _blank(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, at):
        mark = s[at:at + 1]
        if mark == '"':
            return self._string(s, at)
        if mark == "{":
            return self._object(s, at + 1)
        if mark == "[":
            return self._array(s, at + 1)
        for name, value in self.constants.items():
            if s[at:at + len(name)] == name:
                return value, at + len(name)
        end, whole = json_number(s, at)
        if end == at:
            raise JSONDecodeError("Expecting value", s, at)
        return (self.parse_int if whole else self.parse_float)(s[at:end]), end

    def _string(self, s, at):
        text, end, error = json_string(s, at + 1, self.strict)
        if error is not None:
            raise JSONDecodeError(error, s, end)
        return text, end

    def _array(self, s, at):
        items = []
        at = _blank(s, at)
        if s[at:at + 1] == "]":
            return items, at + 1
        while True:
            value, at = self._value(s, at)
            items.append(value)
            at = _blank(s, at)
            mark = s[at:at + 1]
            if mark == "]":
                return items, at + 1
            if mark != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _blank(s, at + 1)

    def _object(self, s, at):
        pairs = []
        at = _blank(s, at)
        if s[at:at + 1] == "}":
            at += 1
        else:
            while True:
                if s[at:at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
                key, at = self._string(s, at)
                at = _blank(s, at)
                if s[at:at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, _blank(s, at + 1))
                pairs.append((key, value))
                at = _blank(s, at)
                mark = s[at:at + 1]
                if mark == "}":
                    at += 1
                    break
                if mark != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                at = _blank(s, at + 1)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        made = dict(pairs)
        return (made if self.object_hook is None else self.object_hook(made)), at


def _blank(s, at):
    while s[at:at + 1] and s[at] in " \t\n\r":
        at += 1
    return at


def dumps(obj, *, cls=JSONEncoder, **options):
    return (cls or JSONEncoder)(**options).encode(obj)


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))


def loads(s, *, cls=JSONDecoder, **options):
    if isinstance(s, bytes):
        s = s.decode()
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")
    elif s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    return (cls or JSONDecoder)(**options).decode(s)


def load(fp, **options):
    return loads(fp.read(), **options)
