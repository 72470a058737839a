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


def extract_tb(tb, limit=None):
    return []


def format_tb(tb, limit=None):
    return []


def print_tb(tb, limit=None, file=None):
    pass


def print_stack(f=None, limit=None, file=None):
    pass
