# What `bytes` has besides, all of it in Python.

def bytes_partition(self, sep, /):
    if not sep:
        raise ValueError("empty separator")
    at = self.find(sep)
    return (self, b"", b"") if at < 0 else (self[:at], sep, self[at + len(sep):])


def bytes_rpartition(self, sep, /):
    if not sep:
        raise ValueError("empty separator")
    at = self.rfind(sep)
    return (b"", b"", self) if at < 0 else (self[:at], sep, self[at + len(sep):])


def bytes_rsplit(self, sep=None, maxsplit=-1):
    parts = self.split(sep)
    if maxsplit < 0 or len(parts) <= maxsplit:
        return parts
    rest, parts = self, []
    while len(parts) < maxsplit:
        if sep is None:
            rest = rest.rstrip()
            at = max([rest.rfind(bytes([blank])) for blank in b" \t\n\r\x0b\x0c"])
            parts.append(rest[at + 1:])
        else:
            at = rest.rfind(sep)
            parts.append(rest[at + len(sep):])
        rest = rest[:max(at, 0)]
    parts.append(rest.rstrip() if sep is None else rest)
    return parts[::-1]


def bytes_splitlines(self, keepends=False):
    lines, start = [], 0
    while start < len(self):
        ends = [at for at in (self.find(b"\n", start), self.find(b"\r", start)) if at >= 0]
        end = min(ends) if ends else len(self)
        after = end + (2 if self[end:end + 2] == b"\r\n" else 1)
        lines.append(self[start:after if keepends else end])
        start = after
    return lines


def bytes_removeprefix(self, prefix, /):
    return self[len(prefix):] if self.startswith(prefix) else self


def bytes_removesuffix(self, suffix, /):
    return self[:len(self) - len(suffix)] if self.endswith(suffix) else self


def bytes_ljust(self, width, fillbyte=b" ", /):
    return self + fillbyte * (width - len(self))


def bytes_rjust(self, width, fillbyte=b" ", /):
    return fillbyte * (width - len(self)) + self


def bytes_center(self, width, fillbyte=b" ", /):
    room = max(width - len(self), 0)
    left = room // 2 + (room & width & 1)
    return fillbyte * left + self + fillbyte * (room - left)


def bytes_zfill(self, width, /):
    sign = self[:1] if self[:1] in (b"+", b"-") else b""
    return sign + self[len(sign):].rjust(width - len(sign), b"0")


def bytes_expandtabs(self, tabsize=8):
    made, column = [], 0
    for part in self.decode("latin-1").split("\t"):
        if made:
            made.append(" " * (tabsize - column % tabsize if tabsize > 0 else 0))
            column = 0
        made.append(part)
        column = len(part) - 1 - max(part.rfind("\n"), part.rfind("\r"))
    return "".join(made).encode("latin-1")


def change_letters(self, change):
    made, inside = [], False
    for code in self:
        letter = bytes([code])
        made.append(change(letter, inside))
        inside = letter.isalpha()
    return b"".join(made)


def bytes_swapcase(self):
    return change_letters(self, lambda letter, inside: letter.lower() if letter.isupper() else letter.upper())


def bytes_title(self):
    return change_letters(self, lambda letter, inside: letter.lower() if inside else letter.upper())


def bytes_istitle(self):
    return self == self.title() and self.lower() != self.upper()


def maketrans(old, new, /):
    if len(old) != len(new):
        raise ValueError("maketrans arguments must have same length")
    table = list(range(256))
    for code, other in zip(old, new):
        table[code] = other
    return bytes(table)


def bytes_translate(self, table, /, delete=b""):
    if table is not None and len(table) != 256:
        raise ValueError("translation table must be 256 characters long")
    return bytes([code if table is None else table[code] for code in self if code not in delete])
