from asyncio import _context_values as context_variables

class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


_none = _Missing()


class Token:
    __module__ = "_contextvars"

    MISSING = _none

    def __init__(self, var, old_value):
        self.var, self.old_value, self._used = var, old_value, False

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self.var!r} at {id(self):#x}>"


class ContextVar:
    __module__ = "_contextvars"

    def __init__(self, name, *, default=_none):
        self.name, self._default = name, default

    def get(self, default=_none, /):
        found = context_variables().get(self, _none)
        if found is _none:
            found = self._default if default is _none else default
            if found is _none:
                raise LookupError(self)
        return found

    def set(self, value):
        values = context_variables()
        token = Token(self, values.get(self, _none))
        values[self] = value
        return token

    def reset(self, token):
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        token._used = True
        if token.old_value is _none:
            context_variables().pop(self, None)
        else:
            context_variables()[self] = token.old_value

    def __repr__(self):
        default = "" if self._default is _none else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"


class Context:
    __module__ = "_contextvars"

    def __init__(self):
        self._values = {}

    def run(self, callable, *args, **kwargs):
        values = context_variables()
        outer = dict(values)
        _replace(values, self._values)
        try:
            return callable(*args, **kwargs)
        finally:
            self._values = dict(values)
            _replace(values, outer)

    def copy(self):
        made = Context()
        made._values = dict(self._values)
        return made

    def __getitem__(self, var):
        return self._values[var]

    def get(self, var, default=None):
        return self._values.get(var, default)

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def items(self):
        return self._values.items()


def _replace(values, new):
    values.clear()
    values.update(new)


def copy_context():
    made = Context()
    made._values = dict(context_variables())
    return made
