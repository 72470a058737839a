from _engine import civil_time, civil_text
import time as _clock

MINYEAR = 1
MAXYEAR = 9999
_months = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_length(year, month):
    return 29 if month == 2 and _leap(year) else _months[month - 1]


def _day_of_year(year, month, day):
    return sum(_months[:month - 1]) + (month > 2 and _leap(year)) + day


def _ordinal(year, month, day):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + _day_of_year(year, month, day)


def _text(self, format, values):
    year, month, day, hour, minute, second, micro, zone = values
    out, at = [], 0
    while True:
        end = format.find("%", at)
        if end < 0:
            break
        out.append(format[at:end])
        mark = format[end + 1:end + 2]
        at = end + 2
        if mark == "f":
            out.append(f"{micro:06d}")
        elif mark == "z":
            out.append("" if zone is None else _offset(zone.utcoffset(self), ""))
        elif mark == "Z":
            out.append("" if zone is None else zone.tzname(self))
        else:
            out.append("%" + mark)
    out.append(format[at:])
    weekday = (_ordinal(year, month, day) + 6) % 7
    return civil_text("".join(out), (year, month, day, hour, minute, second, weekday, _day_of_year(year, month, day), -1))


def _offset(delta, colon=":"):
    sign = "+"
    if delta.days < 0:
        sign, delta = "-", -delta
    minutes, seconds = divmod(delta.seconds, 60)
    text = f"{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}"
    return text + (f"{colon}{seconds:02d}" if seconds else "")


def _clock_text(values, timespec="auto"):
    hour, minute, second, micro = values
    if timespec == "auto":
        timespec = "microseconds" if micro else "seconds"
    text = f"{hour:02d}"
    if timespec != "hours":
        text += f":{minute:02d}"
        if timespec != "minutes":
            text += f":{second:02d}"
            if timespec == "milliseconds":
                text += f".{micro // 1000:03d}"
            elif timespec == "microseconds":
                text += f".{micro:06d}"
    return text


def _differ(a, b):
    return (getattr(a, "tzinfo", None) is None) != (getattr(b, "tzinfo", None) is None)


def _unordered(a, b):
    if isinstance(b, a._family):
        return False
    if isinstance(a, datetime) and isinstance(b, date):
        raise TypeError("can't compare datetime.datetime to datetime.date")
    return True


def _order(swapped):
    def compare(self, other):
        if _unordered(self, other):
            return NotImplemented
        a, b = self._key(), other._key()
        if _differ(self, other):
            raise TypeError(f"can't compare offset-naive and offset-aware {self._family.__name__}s")
        return b < a if swapped else a < b
    return compare


class _Ordered:
    def __eq__(self, other):
        if not isinstance(other, self._family):
            return NotImplemented
        if _differ(self, other):
            return False
        return self._key() == other._key()

    __lt__ = _order(False)
    __gt__ = _order(True)

    def __le__(self, other):
        if _unordered(self, other):
            return NotImplemented
        return not other < self

    def __ge__(self, other):
        if _unordered(self, other):
            return NotImplemented
        return not self < other

    def __hash__(self):
        return hash(self._key())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class timedelta(_Ordered):
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        given = {"days": days, "seconds": seconds, "microseconds": microseconds, "milliseconds": milliseconds, "minutes": minutes, "hours": hours, "weeks": weeks}
        for name, value in given.items():
            if not isinstance(value, (int, float)):
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        micro = 0
        for value, unit in (days, 86400), (seconds, 1), (minutes, 60), (hours, 3600), (weeks, 604800):
            if isinstance(value, float):
                over, under = value.as_integer_ratio()
                micro += _nearest(over * unit * 1000000, under)
            else:
                micro += value * unit * 1000000
        micro += round(milliseconds * 1000) + round(microseconds)
        self._set(micro)

    def _set(self, micro):
        self._micro = micro
        seconds, self.microseconds = divmod(micro, 1000000)
        self.days, self.seconds = divmod(seconds, 86400)
        if abs(self.days) > 999999999:
            raise OverflowError(f"days={self.days}; must have magnitude <= 999999999")

    def _key(self):
        return self._micro

    def total_seconds(self):
        return self._micro / 1000000

    def __add__(self, other):
        return _delta(self._micro + other._micro) if isinstance(other, timedelta) else NotImplemented

    def __sub__(self, other):
        return _delta(self._micro - other._micro) if isinstance(other, timedelta) else NotImplemented

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._micro * other)
        if isinstance(other, float):
            over, under = other.as_integer_ratio()
            return _delta(_nearest(self._micro * over, under))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._micro / other._micro
        if isinstance(other, int):
            return _delta(_nearest(self._micro, other))
        if isinstance(other, float):
            over, under = other.as_integer_ratio()
            return _delta(_nearest(self._micro * under, over))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._micro // other._micro
        return _delta(self._micro // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return _delta(self._micro % other._micro) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return self // other, self % other

    def __neg__(self):
        return _delta(-self._micro)

    def __pos__(self):
        return self

    def __abs__(self):
        return _delta(abs(self._micro))

    def __bool__(self):
        return self._micro != 0

    def __repr__(self):
        parts = [f"{name}={getattr(self, name)}" for name in ("days", "seconds", "microseconds") if getattr(self, name)]
        return f"datetime.{type(self).__name__}({', '.join(parts) or 0})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        return text + (f".{self.microseconds:06d}" if self.microseconds else "")


def _nearest(over, under):
    if under < 0:
        over, under = -over, -under
    whole, rest = divmod(over, under)
    return whole + (2 * rest > under or 2 * rest == under and whole % 2)


def _delta(micro):
    made = timedelta()
    made._set(micro)
    return made


timedelta._family = timedelta
timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    pass


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError(f"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.")
        self._delta, self._name = offset, name

    def utcoffset(self, when):
        return self._delta

    def dst(self, when):
        return None

    def tzname(self, when):
        return self._name or ("UTC" + _offset(self._delta) if self._delta else "UTC")

    def __eq__(self, other):
        return isinstance(other, timezone) and self._delta == other._delta

    def __hash__(self):
        return hash(self._delta)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        return f"datetime.timezone({self._delta!r}{'' if self._name is None else ', ' + repr(self._name)})"


timezone.utc = UTC = timezone(timedelta(0))


class date(_Ordered):
    def __init__(self, year, month, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"year {year} is out of range")
        if not 1 <= month <= 12:
            raise ValueError("month must be in 1..12")
        if not 1 <= day <= _month_length(year, month):
            raise ValueError("day is out of range for month")
        self._date = (year, month, day)

    year = property(lambda self: self._date[0])
    month = property(lambda self: self._date[1])
    day = property(lambda self: self._date[2])

    def _key(self):
        return self._date

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_clock.time())

    @classmethod
    def fromtimestamp(cls, seconds):
        return cls(*civil_time(seconds // 1)[:3])

    @classmethod
    def fromordinal(cls, n):
        if not 1 <= n <= 3652059:
            raise OverflowError("date value out of range")
        return cls(*civil_time((n - 719163) * 86400)[:3])

    @classmethod
    def fromisoformat(cls, text):
        try:
            year, month, day = text.split("-") if "-" in text else (text[:4], text[4:6], text[6:])
            if (len(year), len(month), len(day)) != (4, 2, 2):
                raise ValueError
            values = int(year), int(month), int(day)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        return cls(*values)

    def toordinal(self):
        return _ordinal(*self._date)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        year, week, day = self.strftime("%G %V %u").split()
        from collections import namedtuple
        return namedtuple("IsoCalendarDate", "year week weekday")(int(year), int(week), int(day))

    def replace(self, year=None, month=None, day=None):
        return type(self)(year or self.year, month or self.month, day or self.day)

    def timetuple(self):
        return _clock.struct_time(self._date + (0, 0, 0, self.weekday(), _day_of_year(*self._date), -1))

    def strftime(self, format):
        return _text(self, format, self._date + (0, 0, 0, 0, None))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def isoformat(self):
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    __str__ = isoformat

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def __repr__(self):
        return f"datetime.date({self.year}, {self.month}, {self.day})"

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return date.fromordinal(self.toordinal() + other.days)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


date._family = date


def _check_clock(hour, minute, second, micro):
    for name, value, most in ("hour", hour, 23), ("minute", minute, 59), ("second", second, 59):
        if not 0 <= value <= most:
            raise ValueError(f"{name} must be in 0..{most}")
    if not 0 <= micro <= 999999:
        raise ValueError("microsecond must be in 0..999999")


class time(_Ordered):
    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_clock(hour, minute, second, microsecond)
        self._clock = (hour, minute, second, microsecond)
        self.tzinfo = tzinfo

    hour = property(lambda self: self._clock[0])
    minute = property(lambda self: self._clock[1])
    second = property(lambda self: self._clock[2])
    microsecond = property(lambda self: self._clock[3])

    def _key(self):
        return self._clock

    @classmethod
    def fromisoformat(cls, text):
        values, zone = _parse_clock(text, text)
        return cls(*values, tzinfo=zone)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        given = (hour, minute, second, microsecond)
        return time(*[old if new is None else new for old, new in zip(self._clock, given)], tzinfo=self.tzinfo if tzinfo is True else tzinfo)

    def isoformat(self, timespec="auto"):
        return _clock_text(self._clock, timespec) + ("" if self.tzinfo is None else _offset(self.tzinfo.utcoffset(None)))

    def strftime(self, format):
        return _text(self, format, (1900, 1, 1) + self._clock + (self.tzinfo,))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        values = list(self._clock)
        while len(values) > 2 and not values[-1]:
            values.pop()
        zone = "" if self.tzinfo is None else f", tzinfo={self.tzinfo!r}"
        return f"datetime.time({', '.join([str(value) for value in values])}{zone})"


time._family = time
time.min = time()
time.max = time(23, 59, 59, 999999)


def _parse_clock(text, whole):
    try:
        zone = None
        for at in range(len(text)):
            if text[at] in "+-Z":
                zone = timezone.utc
                if text[at] != "Z":
                    hours, minutes, *rest = text[at + 1:].split(":") if ":" in text[at:] else (text[at + 1:at + 3], text[at + 3:] or "0")
                    delta = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(rest[0]) if rest else 0)
                    zone = timezone(-delta if text[at] == "-" else delta) if delta else zone
                text = text[:at]
                break
        clock, _, fraction = text.replace(",", ".").partition(".")
        parts = clock.split(":") if ":" in clock else [clock[at:at + 2] for at in range(0, len(clock), 2)]
        if not 1 <= len(parts) <= 3 or any([len(part) != 2 for part in parts]):
            raise ValueError
        values = [int(part) for part in parts] + [0] * (3 - len(parts))
        return values + [int((fraction + "000000")[:6])], zone
    except ValueError:
        raise ValueError(f"Invalid isoformat string: {whole!r}") from None


class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        date.__init__(self, year, month, day)
        _check_clock(hour, minute, second, microsecond)
        self._clock = (hour, minute, second, microsecond)
        self.tzinfo = tzinfo

    hour = property(lambda self: self._clock[0])
    minute = property(lambda self: self._clock[1])
    second = property(lambda self: self._clock[2])
    microsecond = property(lambda self: self._clock[3])
    fold = 0

    def _micro(self):
        hour, minute, second, micro = self._clock
        return (((self.toordinal() * 24 + hour) * 60 + minute) * 60 + second) * 1000000 + micro

    def _key(self):
        offset = self.utcoffset()
        return self._micro() - (0 if offset is None else offset._micro)

    @classmethod
    def _from(cls, micro, zone=None):
        seconds, micro = divmod(micro, 1000000)
        days = seconds // 86400
        if not 1 <= days <= 3652059:
            raise OverflowError("date value out of range")
        return cls(*civil_time(seconds - 719163 * 86400)[:6], micro, tzinfo=zone)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_clock.time(), tz)

    today = now

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, seconds, tz=None):
        micro = round(seconds * 1000000) if isinstance(seconds, int) else _nearest(seconds.as_integer_ratio()[0] * 1000000, seconds.as_integer_ratio()[1])
        made = cls._from(micro + 719163 * 86400 * 1000000, None if tz is None else timezone.utc)
        return made if tz is None else made.astimezone(tz)

    @classmethod
    def utcfromtimestamp(cls, seconds):
        return cls.fromtimestamp(seconds)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(*date._date, *time._clock, tzinfo=time.tzinfo if tzinfo is True else tzinfo)

    @classmethod
    def fromisoformat(cls, text):
        size = 10 if text[4:5] == "-" else 8
        try:
            day = date.fromisoformat(text[:size])
        except ValueError as error:
            if "Invalid" not in str(error):
                raise
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        values, zone = ([0] * 4, None) if len(text) == size else _parse_clock(text[size + 1:], text)
        return cls(*day._date, *values, tzinfo=zone)

    @classmethod
    def strptime(cls, text, format):
        return cls(**_parse(text, format))

    def timestamp(self):
        return (self._key() - 719163 * 86400 * 1000000) / 1000000

    def date(self):
        return date(*self._date)

    def time(self):
        return time(*self._clock)

    def timetz(self):
        return time(*self._clock, tzinfo=self.tzinfo)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def dst(self):
        return None

    def astimezone(self, tz=None):
        tz = tz or timezone.utc
        micro = self._key() + tz.utcoffset(self)._micro
        return type(self)._from(micro, tz)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=0):
        given = (year, month, day, hour, minute, second, microsecond)
        values = [old if new is None else new for old, new in zip(self._date + self._clock, given)]
        return type(self)(*values, tzinfo=self.tzinfo if tzinfo is True else tzinfo)

    def timetuple(self):
        return _clock.struct_time(self._date + self._clock[:3] + (self.weekday(), _day_of_year(*self._date), -1))

    utctimetuple = timetuple

    def strftime(self, format):
        return _text(self, format, self._date + self._clock + (self.tzinfo,))

    def isoformat(self, sep="T", timespec="auto"):
        offset = "" if self.tzinfo is None else _offset(self.utcoffset())
        return date.isoformat(self) + sep + _clock_text(self._clock, timespec) + offset

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        values = [*self._date, *self._clock]
        while len(values) > 5 and not values[-1]:
            values.pop()
        zone = "" if self.tzinfo is None else f", tzinfo={self.tzinfo!r}"
        return f"datetime.datetime({', '.join([str(value) for value in values])}{zone})"

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._from(self._micro() + other._micro, self.tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.tzinfo is None) != (other.tzinfo is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._key() - other._key())


datetime._family = datetime
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
_days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_month_names = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")


def _parse(text, format):
    wrong = ValueError(f"time data {text!r} does not match format {format!r}")
    for short, long in ("%T", "%H:%M:%S"), ("%D", "%m/%d/%y"), ("%R", "%H:%M"), ("%F", "%Y-%m-%d"), ("%c", "%a %b %d %H:%M:%S %Y"), ("%x", "%m/%d/%y"), ("%X", "%H:%M:%S"):
        format = format.replace(short, long)
    found = {"year": 1900, "month": 1, "day": 1}
    at = 0
    afternoon = None
    marks = iter(format)
    for mark in marks:
        if mark.isspace():
            while text[at:at + 1].isspace():
                at += 1
            continue
        if mark == "%":
            mark = next(marks, "")
            if mark in "YmdHMSyIjf" and mark:
                most = {"Y": 4, "j": 3, "f": 6}.get(mark, 2)
                end = at
                while end < at + most and text[end:end + 1].isdigit():
                    end += 1
                if end == at or mark == "Y" and end < at + 4:
                    raise wrong
                digits, number = text[at:end], int(text[at:end])
                at = end
                if mark == "f":
                    found["microsecond"] = int((digits + "000000")[:6])
                elif mark == "y":
                    found["year"] = number + (2000 if number < 69 else 1900)
                elif mark == "j":
                    day = date.fromordinal(_ordinal(found["year"], 1, 1) + number - 1)
                    found["month"], found["day"] = day.month, day.day
                else:
                    low, high = {"m": (1, 12), "d": (1, 31), "H": (0, 23), "I": (1, 12), "M": (0, 59), "S": (0, 61), "Y": (0, 9999)}[mark]
                    if not low <= number <= high:
                        raise wrong
                    found[{"Y": "year", "m": "month", "d": "day", "H": "hour", "I": "hour", "M": "minute", "S": "second"}[mark]] = number
                continue
            if mark in "aAbBp":
                names = {"a": [name[:3] for name in _days], "A": _days, "b": [name[:3] for name in _month_names], "B": _month_names, "p": ("am", "pm")}[mark]
                rest = text[at:].lower()
                for number, name in enumerate(names):
                    if rest.startswith(name):
                        break
                else:
                    raise wrong
                at += len(name)
                if mark in "bB":
                    found["month"] = number + 1
                elif mark == "p":
                    afternoon = number
                continue
            if mark == "z":
                end = at + (1 if text[at:at + 1] == "Z" else 6 if text[at + 3:at + 4] == ":" else 5)
                found["tzinfo"] = _parse_clock("00" + text[at:end], text)[1]
                at = end
                continue
            if mark != "%":
                raise ValueError(f"{mark!r} is a bad directive in format {format!r}")
        if text[at:at + 1] != mark:
            raise wrong
        at += 1
    if at < len(text):
        raise ValueError(f"unconverted data remains: {text[at:]}")
    if afternoon is not None:
        found["hour"] = found.get("hour", 0) % 12 + 12 * afternoon
    return found
