from _engine import civil_time, civil_text

timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")


class struct_time(tuple):
    def __repr__(self):
        names = ("year", "mon", "mday", "hour", "min", "sec", "wday", "yday", "isdst")
        return "time.struct_time(" + ", ".join([f"tm_{name}={value}" for name, value in zip(names, self)]) + ")"

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = "UTC"
    tm_gmtoff = 0


def gmtime(seconds=None):
    return struct_time(civil_time(time() // 1 if seconds is None else seconds // 1))


localtime = gmtime


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if t is None:
        t = gmtime()
    elif not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    return civil_text(format, tuple(t))


def asctime(t=None):
    return strftime("%a %b %e %H:%M:%S %Y", gmtime() if t is None else t)


def ctime(seconds=None):
    return asctime(gmtime(seconds))


def mktime(t):
    from datetime import datetime
    return (datetime(*t[:6]) - datetime(1970, 1, 1)).total_seconds()


def strptime(text, format="%a %b %d %H:%M:%S %Y"):
    from datetime import datetime
    return datetime.strptime(text, format).timetuple()


def get_clock_info(name):
    from types import SimpleNamespace
    return SimpleNamespace(implementation="page", monotonic=name != "time", adjustable=False, resolution=1e-09)
