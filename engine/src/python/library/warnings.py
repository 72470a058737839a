from _engine import line_of_program
import sys

_action = "default"
_seen = {}


def simplefilter(action, category=Warning, lineno=0, append=False):
    global _action
    _action = action


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    simplefilter(action)


def resetwarnings():
    simplefilter("default")


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    file, number, text, _ = line_of_program(stacklevel)
    if _action == "error":
        raise message if isinstance(message, Warning) else category(message)
    if _log:
        _log[-1].append(_Record(message if isinstance(message, Warning) else category(message), category, number))
        return
    key = str(message), category, number
    if _action == "ignore" or key in _seen and _action != "always":
        return
    _seen[key] = True
    sys.stderr.write(f"{file}:{number}: {category.__name__}: {message}\n" + (f"  {text}\n" if text else ""))


class _Record:
    def __init__(self, message, category, lineno):
        self.message, self.category, self.lineno = message, category, lineno


_log = []


class catch_warnings:
    def __init__(self, *, record=False, action=None, **options):
        self._record, self._new = record, action

    def __enter__(self):
        global _action
        self._old = _action
        if self._new is not None:
            _action = self._new
        if self._record:
            _log.append([])
            return _log[-1]

    def __exit__(self, *exc_info):
        global _action
        _action = self._old
        if self._record:
            _log.pop()
