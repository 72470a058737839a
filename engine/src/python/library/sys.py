from _engine import native_print


class _Stream:
    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name, error):
        self.name = name
        self._is_error = error

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        native_print(text, self._is_error)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def reconfigure(self, **options):
        pass


stdout = __stdout__ = _Stream("<stdout>", False)
stderr = __stderr__ = _Stream("<stderr>", True)
argv = [""]
path = []
byteorder = "little"


class _VersionInfo(tuple):
    major, minor, micro, releaselevel, serial = 3, 11, 7, "final", 0

    def __repr__(self):
        return "sys.version_info(major=3, minor=11, micro=7, releaselevel='final', serial=0)"


version_info = _VersionInfo((3, 11, 7, "final", 0))


def exit(status=None, /):
    raise SystemExit() if status is None else SystemExit(status)


def exc_info():
    try:
        raise
    except BaseException as error:
        if isinstance(error, RuntimeError) and error.args == ("No active exception to reraise",):
            return None, None, None
        return type(error), error, error.__traceback__


def exception():
    return exc_info()[1]


def intern(text):
    return text


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit):
    pass


def getswitchinterval():
    return 0.005


def getdefaultencoding():
    return "utf-8"


def get_int_max_str_digits():
    return 4300


def getsizeof(object, default=None):
    return len(object) * 8 + 56 if hasattr(type(object), "__len__") else 28
