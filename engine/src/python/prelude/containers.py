"""Twins of the natives of the built-in types.

A native that meets something only Python can do (an `__eq__` of the program's,
a generator, a key function) gives up before it has changed anything, and the
function here of its class's and its own name takes over: `list_sort` for
`list.sort`, `new_list` for `list(..)`.
"""

MISSING = object()


# Keys whose class says itself what equals them.

def place(table, key):
    """The key's hash, the key that is in the table already, and its value."""
    code = hash(key)
    for known, value in entries_with_hash(table, code):
        if known is key or known == key:
            return code, known, value
    return code, MISSING, MISSING


def put(table, key, value):
    code, known, _ = place(table, key)
    table_set(table, code, key if known is MISSING else known, value)


# Constructors.

def iterate_hinted(items):
    iterator = iter(items)
    if hasattr(type(items), '__len__'):
        len(items)
    return iterator


def new_list(items=(), /):
    if not hasattr(type(items), '__len__'):
        return [item for item in items]
    iterator = iterate_hinted(items)
    made = []
    while (item := next(iterator, MISSING)) is not MISSING:
        made.append(item)
    return made


def new_tuple(items=(), /):
    return tuple(new_list(items))


def new_set(items=(), /):
    return {item for item in items}


def new_frozenset(items=(), /):
    return set_take({item for item in items}, None)


def new_dict(source=(), /, **named):
    made = {}
    dict_update(made, source, **named)
    return made


def new_bytes(source, /):
    if hasattr(source, '__bytes__'):
        return source.__bytes__()
    return bytes([item for item in source])


class LongRange:
    """A `range` with bounds beyond 64 bits."""

    __match_sequence__ = True
    __module__ = 'builtins'

    def __init__(self, start, stop, step):
        self.start, self.stop, self.step = start, stop, step
        self._size = max(0, (stop - start + step - (1 if step > 0 else -1)) // step)

    def __len__(self):
        if self._size >> 63:
            raise OverflowError('Python int too large to convert to C ssize_t')
        return self._size

    def __bool__(self):
        return self._size > 0

    def __iter__(self):
        value = self.start
        end = value + self._size * self.step
        while value != end:
            yield value
            value += self.step

    def __reversed__(self):
        return iter(self[::-1])

    def __getitem__(self, i):
        if isinstance(i, slice):
            step = 1 if i.step is None else as_index(i.step)
            low, high = (0, self._size) if step > 0 else (-1, self._size - 1)
            start, stop = [
                default if at is None else min(max(at + self._size if at < 0 else at, low), high)
                for at, default in ((i.start, low if step > 0 else high), (i.stop, high if step > 0 else low))]
            return new_range(*[self.start + at * self.step for at in (start, stop)], step * self.step)
        i = as_index(i)
        if not -self._size <= i < self._size:
            raise IndexError('range object index out of range')
        return self.start + (i + self._size if i < 0 else i) * self.step

    def __contains__(self, value):
        at, off = divmod(value - self.start, self.step)
        return not off and 0 <= at < self._size

    def index(self, value):
        if value not in self:
            raise ValueError(f'{value!r} is not in range')
        return (value - self.start) // self.step

    def count(self, value):
        return int(value in self)

    def _key(self):
        return self._size, self._size and self.start, self._size > 1 and self.step

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, LongRange) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        step = '' if self.step == 1 else f', {self.step}'
        return f'range({self.start}, {self.stop}{step})'


LongRange.__name__ = LongRange.__qualname__ = 'range'


def new_range(start, stop=None, step=1, /):
    if stop is None:
        start, stop = 0, start
    if all([isinstance(bound, int) and -1 << 63 <= bound < 1 << 63 for bound in (start, stop, step)]):
        return range(start, stop, step)
    start, stop, step = [as_index(bound) for bound in (start, stop, step)]
    for bound in (start, stop, step):
        if not isinstance(bound, int):
            raise TypeError(f"'{type(bound).__name__}' object cannot be interpreted as an integer")
    if not step:
        raise ValueError('range() arg 3 must not be zero')
    return LongRange(start, stop, step)


def new_int(value, /):
    for name in ('__int__', '__index__', '__trunc__'):
        method = getattr(type(value), name, None)
        if method is not None:
            number = method(value)
            if not isinstance(number, int):
                kind = type(number).__name__
                raise TypeError(f'{name} returned non-int (type {kind})')
            return number


def new_float(value, /):
    kind = type(value)
    method = getattr(kind, '__float__', None)
    if method is None:
        return float(kind.__index__(value))
    number = method(value)
    if not isinstance(number, float):
        raise TypeError(
            f'{kind.__name__}.__float__ returned non-float (type {type(number).__name__})')
    return number


# str and bytes.

# As many parts as are joined at once.
PARTS = 50_000


def in_parts(join):
    def whole(self, items):
        parts = [item for item in items]
        if len(parts) > PARTS:
            parts = [join(self, parts[at:at + PARTS]) for at in range(0, len(parts), PARTS)]
        return join(self, parts)
    return whole


str_join, bytes_join = in_parts(str.join), in_parts(bytes.join)


def str_format(self, /, *values, **named):
    return write_pieces(format_pieces(self), values, named)


def str_format_map(self, mapping):
    return write_pieces(format_pieces(self), None, mapping)


def write_pieces(pieces, values, named):
    out = []
    for piece in pieces:
        if isinstance(piece, str):
            out.append(piece)
            continue
        argument, steps, conversion, spec = piece
        if isinstance(argument, str):
            value = named[argument]
        elif values is None:
            raise ValueError('Format string contains positional fields')
        elif argument >= len(values):
            raise IndexError(
                f'Replacement index {argument} out of range for positional args tuple')
        else:
            value = values[argument]
        for attribute, key in steps:
            value = getattr(value, key) if attribute else value[key]
        if conversion == 's':
            value = str(value)
        elif conversion == 'r':
            value = repr(value)
        elif conversion == 'a':
            value = ascii(value)
        elif conversion is not None:
            raise ValueError(f'Unknown conversion specifier {conversion}')
        out.append(native_format(value, write_pieces(spec, values, named)))
    return ''.join(out)


# As many letters as are changed at once.
PIECE = 2_000


def in_pieces(change):
    def whole(self, *table):
        return ''.join([change(self[at:at + PIECE], *table) for at in range(0, len(self), PIECE)])
    return whole


# As many letters or bytes as are looked through at once.
STRETCH = 1 << 17


def reach(wanted):
    """How far a find may go on beyond the stretch that it begins in."""
    size = 1 if isinstance(wanted, int) else len(wanted)
    if size > STRETCH:
        raise MemoryError
    return size - 1


def find_by_stretches(self, wanted, start, stop, backwards=False):
    find = type(self).rfind if backwards else type(self).find
    start, stop, _ = slice(start, stop).indices(len(self))
    more = reach(wanted)
    starts = range(start, stop, STRETCH)
    for at in starts[::-1] if backwards else starts:
        found = find(self[at:min(at + STRETCH + more, stop)], wanted)
        if found >= 0:
            return at + found
    return -1


def contains_part(self, part):
    return find_by_stretches(self, part, None, None) >= 0


def bytes_find(self, wanted, start=None, stop=None):
    return find_by_stretches(self, wanted, start, stop)


def bytes_rfind(self, wanted, start=None, stop=None):
    return find_by_stretches(self, wanted, start, stop, True)


def or_fail(find):
    def index(self, wanted, start=None, stop=None):
        at = find(self, wanted, start, stop)
        if at < 0:
            kind = 'substring' if isinstance(self, str) else 'subsection'
            raise ValueError(f'{kind} not found')
        return at
    return index


def bytes_count(self, wanted, start=None, stop=None):
    at, stop, _ = slice(start, stop).indices(len(self))
    more = reach(wanted)
    count = 0
    while at < stop:
        end = min(at + STRETCH, stop)
        stretch = self[at:end]
        at = end
        if not more:
            count += stretch.count(wanted)
            continue
        # What stands after the last of them may be the next one's beginning.
        parts = stretch.split(wanted)
        count += len(parts) - 1
        if end < stop:
            at -= min(len(parts[-1]), more)
    return count


str_find, str_rfind, str_count = bytes_find, bytes_rfind, bytes_count
str_index = bytes_index = or_fail(bytes_find)
str_rindex = bytes_rindex = or_fail(bytes_rfind)


def bytes_replace(self, old, new, count=-1):
    at, more = 0, reach(old)
    parts = []
    while at < len(self):
        end = min(at + STRETCH, len(self))
        pieces = self[at:end].split(old)
        at = end
        if more and end < len(self):
            # As in a count.
            carried = min(len(pieces[-1]), more)
            at -= carried
            pieces[-1] = pieces[-1][:len(pieces[-1]) - carried]
        parts.append(new.join(pieces))
    return self[:0].join(parts)


str_replace = bytes_replace


def bytes_lstrip(self, characters=None):
    at = 0
    while at < len(self):
        left = len(self[at:at + STRETCH].lstrip(characters))
        if left:
            return self[min(at + STRETCH, len(self)) - left:]
        at += STRETCH
    return self[:0]


def bytes_rstrip(self, characters=None):
    end = len(self)
    while end > 0:
        start = max(end - STRETCH, 0)
        left = len(self[start:end].rstrip(characters))
        if left:
            return self[:start + left]
        end = start
    return self[:0]


def bytes_strip(self, characters=None):
    return bytes_rstrip(bytes_lstrip(self, characters), characters)


str_strip, str_lstrip, str_rstrip = bytes_strip, bytes_lstrip, bytes_rstrip


def all_stretches(such):
    def whole(self):
        for at in range(0, len(self), STRETCH):
            if not such(self[at:at + STRETCH]):
                return False
        return True
    return whole


str_isalnum, str_isalpha = all_stretches(str.isalnum), all_stretches(str.isalpha)
str_isascii, str_isdecimal = all_stretches(str.isascii), all_stretches(str.isdecimal)
str_isdigit, str_isnumeric = all_stretches(str.isdigit), all_stretches(str.isnumeric)
str_isprintable, str_isspace = all_stretches(str.isprintable), all_stretches(str.isspace)


def only_case(right, letter):
    def whole(self):
        seen = False
        for at in range(0, len(self), STRETCH):
            # With a letter of the right case before it, only a wrong one spoils it.
            stretch = self[at:at + STRETCH]
            if right(stretch):
                seen = True
            elif not right(letter + stretch):
                return False
        return seen
    return whole


str_islower, str_isupper = only_case(str.islower, 'a'), only_case(str.isupper, 'A')


def among_letters(change):
    def whole(self):
        out = []
        for at in range(0, len(self), PIECE):
            # Whether letters stand around it matters, but not which.
            before = 'a' if self[at - 1:at].isalpha() else ''
            after = 'a' if self[at + PIECE:at + PIECE + 1].isalpha() else ''
            changed = change(before + self[at:at + PIECE] + after)
            out.append(changed[len(before):len(changed) - len(after)])
        return ''.join(out)
    return whole


def str_capitalize(self):
    return self[:1].capitalize() + self.lower()[len(self[:1].lower()):]


str_upper, str_casefold = in_pieces(str.upper), in_pieces(str.casefold)
str_swapcase = among_letters(str.swapcase)
str_lower, str_title = among_letters(str.lower), among_letters(str.title)


def str_translate(self, table):
    if len(self) > PIECE:
        return in_pieces(str.translate)(self, table)
    out = []
    for character in self:
        try:
            found = table[ord(character)]
        except LookupError:
            out.append(character)
            continue
        if isinstance(found, int):
            out.append(chr(found))
        elif isinstance(found, str):
            out.append(found)
        elif found is not None:
            raise TypeError('character mapping must return integer, None or str')
    return ''.join(out)


# list, tuple and range.

def list_extend(self, items):
    for item in items:
        list.append(self, item)


def list_iadd(self, items):
    list_extend(self, items)
    return self


def list___init__(self, items=()):
    list.clear(self)
    list_extend(self, items)


def find_in(items, wanted, start, stop):
    """The first position of a value that equals the wanted one, or -1."""
    start, stop, _ = slice(start, stop).indices(len(items))
    for at in range(start, stop):
        if items[at] is wanted or items[at] == wanted:
            return at
    return -1


def count_in(items, wanted):
    count = 0
    for item in items:
        if item is wanted or item == wanted:
            count += 1
    return count


def list_index(self, wanted, start=0, stop=None):
    at = find_in(list.copy(self), wanted, start, stop)
    if at < 0:
        raise ValueError(f'{wanted!r} is not in list')
    return at


def tuple_index(self, wanted, start=0, stop=None):
    at = find_in(self, wanted, start, stop)
    if at < 0:
        raise ValueError('tuple.index(x): x not in tuple')
    return at


def range_index(self, wanted):
    at = find_in(self, wanted, 0, None)
    if at < 0:
        raise ValueError('sequence.index(x): x not in sequence')
    return at


def list_count(self, wanted):
    return count_in(list.copy(self), wanted)


def tuple_count(self, wanted):
    return count_in(self, wanted)


def range_count(self, wanted):
    return count_in(self, wanted)


def list_remove(self, wanted):
    at = find_in(list.copy(self), wanted, 0, None)
    if at < 0:
        raise ValueError('list.remove(x): x not in list')
    list.pop(self, at)


# Sorting.

def list_sort(self, *, key=None, reverse=False):
    items = list.copy(self)
    keys = items if key is None else [key(item) for item in items]
    order = order_of(keys, bool(reverse))
    list.clear(self)
    list.extend(self, [items[at] for at in order])


# The native itself; the function of its name is its twin.
order_of = native_sort


def native_sort(keys, reverse):
    """The positions of the keys in their order, by `<` alone."""
    order = list(range(len(keys)))
    if reverse:
        order.reverse()
    order = sort_by_parts(keys, order) if len(order) > PART else merge_sort(keys, order)
    if reverse:
        order.reverse()
    return order


# As many keys as the native sorts at once: more would take too long.
PART = 20_000


def sort_by_parts(keys, order):
    parts = []
    for start in range(0, len(order), PART):
        part = order[start:start + PART]
        parts.append([part[at] for at in order_of([keys[at] for at in part], False)])
    while len(parts) > 1:
        # What is merged is let go of, lest all be there twice.
        merged = []
        while parts:
            pair, parts[:2] = parts[:2], []
            merged.append(merge(keys, *pair))
        parts = merged
    return parts[0]


def merge_sort(keys, order):
    if len(order) < 64:
        return insertion_sort(keys, order)
    middle = len(order) // 2
    return merge(keys, merge_sort(keys, order[:middle]), merge_sort(keys, order[middle:]))


def merge(keys, left, right=()):
    if not right or not keys[right[0]] < keys[left[-1]]:
        return [*left, *right]
    merged = []
    l = r = 0
    while l < len(left) and r < len(right):
        if keys[right[r]] < keys[left[l]]:
            merged.append(right[r])
            r += 1
        else:
            merged.append(left[l])
            l += 1
    merged.extend(left[l:])
    merged.extend(right[r:])
    return merged


def insertion_sort(keys, order):
    if len(order) < 2:
        return order
    # The run that stands at the beginning; one that only falls is turned.
    falls = bool(keys[order[1]] < keys[order[0]])
    run = 2
    while run < len(order) and bool(keys[order[run]] < keys[order[run - 1]]) == falls:
        run += 1
    done = order[:run]
    if falls:
        done.reverse()
    for at in order[run:]:
        low, high = 0, len(done)
        while low < high:
            middle = (low + high) // 2
            if keys[at] < keys[done[middle]]:
                high = middle
            else:
                low = middle + 1
        done.insert(low, at)
    return done


# dict.

def fromkeys(keys, value=None):
    made = {}
    for key in keys:
        made[key] = value
    return made


def dict_get(self, key, default=None):
    _, known, value = place(self, key)
    return default if known is MISSING else value


def dict_setdefault(self, key, default=None):
    code, known, value = place(self, key)
    if known is not MISSING:
        return value
    table_set(self, code, key, default)
    return default


def dict_pop(self, key, *default):
    code, known, value = place(self, key)
    if known is not MISSING:
        table_delete(self, code, known)
        return value
    if default:
        return default[0]
    raise KeyError(key)


def dict_copy(self):
    return {**self}


def dict_update(self, source=(), /, **named):
    if hasattr(source, 'keys'):
        for key in source.keys():
            put(self, key, source[key])
    else:
        index = 0
        for pair in source:
            put(self, *key_and_value(pair, index))
            index += 1
    for name in named:
        put(self, name, named[name])


dict___init__ = dict_update


def key_and_value(pair, index):
    try:
        items = iter(pair)
    except TypeError:
        raise TypeError(
            f'cannot convert dictionary update sequence element #{index} to a sequence') from None
    items = [item for item in items]
    if len(items) != 2:
        raise ValueError(
            f'dictionary update sequence element #{index} has length {len(items)}; 2 is required')
    return items


def dict_keys_isdisjoint(self, others):
    for other in others:
        if other in self:
            return False
    return True


# set and frozenset.

def set_add(self, item):
    code, known, _ = place(self, item)
    if known is MISSING:
        table_set(self, code, item, None)


def set_discard(self, item):
    code, known, _ = place(self, item)
    if known is not MISSING:
        table_delete(self, code, known)


def set_remove(self, item):
    code, known, _ = place(self, item)
    if known is MISSING:
        raise KeyError(item)
    table_delete(self, code, known)


def set_update(self, *others):
    for other in others:
        if not set_merge(self, other):
            for item in other:
                set.add(self, item)


def set_copy(self):
    return {item for item in self}


def set___init__(self, items=()):
    set_take({item for item in items}, self)


def set_union(self, *others):
    made = set(self)
    set_update(made, *[other for other in others if other is not self])
    return made


def set_intersection(self, *others):
    made = set(self)
    for other in others:
        if other is self:
            made = set(made)
            continue
        if isinstance(other, (set, frozenset)) and len(other) > len(made):
            made, other = other, made
        made = {item for item in other if item in made}
    return made


def set_difference(self, *others):
    made = set(self)
    set_difference_update(made, *others)
    return made


def set_symmetric_difference(self, other):
    made = set(other)
    toggle(made, self)
    return made


def toggle(made, other):
    for item in other:
        code, known, _ = place(made, item)
        if known is MISSING:
            table_set(made, code, item, None)
        else:
            table_delete(made, code, known)


def set_intersection_update(self, *others):
    set_take(set_intersection(self, *others), self)


def set_difference_update(self, *others):
    for other in others:
        for item in [item for item in other]:
            set.discard(self, item)
        set.difference_update(self, ())


def set_symmetric_difference_update(self, other):
    toggle(self, set(other))


def set_isdisjoint(self, other):
    for item in other:
        if item in self:
            return False
    return True


def set_issubset(self, other):
    other = {item for item in other}
    for item in self:
        if item not in other:
            return False
    return True


def set_issuperset(self, other):
    for item in other:
        if item not in self:
            return False
    return True


def frozenset_union(self, *others):
    return set_take(set_union(self, *others), None)


def frozenset_intersection(self, *others):
    return set_take(set_intersection(self, *others), None)


def frozenset_difference(self, *others):
    return set_take(set_difference(self, *others), None)


def frozenset_symmetric_difference(self, other):
    return set_take(set_symmetric_difference(self, other), None)


frozenset_isdisjoint = set_isdisjoint
frozenset_issubset = set_issubset
frozenset_issuperset = set_issuperset


# template % values: each value that Python must convert becomes a text or a
# number first, and the native writes it.

CONVERSIONS = {
    's': str, 'r': repr, 'a': ascii,
    'd': int, 'i': int, 'u': int,
    'e': float, 'E': float, 'f': float, 'F': float, 'g': float, 'G': float,
}


def str_percent(template, values):
    several = list(values) if isinstance(values, tuple) else [values]
    out = []
    at = 0
    while at < len(template):
        end = template.find('%', at)
        if end < 0:
            end = len(template)
        out.append(template[at:end])
        at = end + 1
        if at > len(template):
            break
        key = None
        if template[at:at + 1] == '(':
            end = template.find(')', at)
            key = template[at + 1:end]
            at = end + 1
        begin = at
        while template[at:at + 1] and template[at] in '-+ #0123456789.*hlL':
            at += 1
        options, kind = template[begin:at], template[at:at + 1]
        at += 1
        if kind == '%':
            out.append('%')
            continue
        stars = [several.pop(0) for _ in range(options.count('*')) if several]
        if key is not None:
            value = values[key]
        elif several:
            value = several.pop(0)
        else:
            raise TypeError('not enough arguments for format string')
        if kind in CONVERSIONS:
            value = converted(value, kind)
        out.append(f'%{options}{"s" if kind in "ra" else kind}' % (*stars, value))
    if several and not is_mapping(values):
        raise TypeError('not all arguments converted during string formatting')
    return ''.join(out)


def is_mapping(value):
    """Whether keys can be looked for in it: CPython thinks so of lists, too."""
    kinds = (dict, list, bytes, range)
    return isinstance(value, kinds) or hasattr(type(value), '__getitem__')


def converted(value, kind):
    """The value as what the conversion wants, where its class can make that."""
    if kind in 'sra':
        return CONVERSIONS[kind](value)
    method = '__int__' if kind in 'diu' else '__float__'
    if isinstance(value, (int, float)) or not hasattr(type(value), method):
        return value
    return CONVERSIONS[kind](value)


# Operators.

def divide(left, right, symbol):
    """A long division, from left to right: the quotient or the remainder."""
    # So many bits of the quotient at a time as divide quickly.
    size, rest, quotient = (1 << 30) // right.bit_length(), 0, 0
    length = abs(left).bit_length()
    negative = (left < 0) != (right < 0)
    left, divisor = abs(left), abs(right)
    for at in range(length - length % size, -1, -size):
        rest = rest << size | left >> at & (1 << size) - 1
        quotient = quotient << size | rest // divisor
        rest %= divisor
    if negative:
        quotient, rest = (-quotient - 1, divisor - rest) if rest else (-quotient, 0)
    return quotient if symbol == "//" else -rest if right < 0 else rest


def operate(left, right, symbol):
    if isinstance(left, int):
        return divide(left, right, symbol)
    if isinstance(left, str):
        return str_percent(left, right)
    if isinstance(left, dict):
        return {**left, **right}
    if isinstance(left, type) or isinstance(right, type):
        return union(left, right)
    combine = {
        '|': set_union, '&': set_intersection,
        '-': set_difference, '^': set_symmetric_difference,
    }[symbol]
    made = combine(left, right)
    return set_take(made, None) if isinstance(left, frozenset) else made


def operate_in_place(left, right, symbol):
    if isinstance(left, dict):
        dict.update(left, right)
        return left
    set_take(operate(left, right, symbol), left)
    return left


def compare_sets(left, right, symbol):
    if symbol == '==':
        return len(left) == len(right) and set_issubset(left, right)
    if symbol == '!=':
        return not compare_sets(left, right, '==')
    if symbol[0] == '>':
        return compare_sets(right, left, '<' + symbol[1:])
    return set_issubset(left, right) and (symbol == '<=' or len(left) < len(right))
