from _engine import exception_text
import sys


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    if isinstance(exc, type):
        exc = value
    return exception_text(exc, True).splitlines(keepends=True)


def format_exception_only(exc, /, value=None):
    return [exception_text(value if isinstance(exc, type) else exc, False)]


def format_exc(limit=None, chain=True):
    error = sys.exc_info()[1]
    return "NoneType: None\n" if error is None else exception_text(error, True)


def print_exc(limit=None, file=None, chain=True):
    (file or sys.stderr).write(format_exc())


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    (file or sys.stderr).write("".join(format_exception(exc, value)))


class FrameSummary:
    def __init__(self, filename, lineno, name, line, shown):
        self.filename, self.lineno, self.name, self.line, self._shown = filename, lineno, name, line, shown

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return tuple(self)[index]

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def extract_tb(tb, limit=None):
    return [FrameSummary(*frame) for frame in getattr(tb, "_frames", ())[:limit]]


def format_list(extracted_list):
    return [frame._shown for frame in extracted_list]


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    (file or sys.stderr).write("".join(format_tb(tb, limit)))


def print_stack(f=None, limit=None, file=None):
    pass
