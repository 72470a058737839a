class count:
    def __init__(self, start=0, step=1):
        self._next, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next += self._step
        return value

    def __repr__(self):
        return f"count({self._next}{'' if self._step == 1 else ', ' + str(self._step)})"


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if not self._left:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        return self._left

    def __repr__(self):
        return f"repeat({self._object!r}{'' if self._left is None else ', ' + str(self._left)})"


class chain:
    def __init__(self, *iterables):
        self._items = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._items = _chained(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


def _chained(iterables):
    for items in iterables:
        yield from items


def cycle(iterable):
    return _cycle(iter(iterable))


def _cycle(items):
    saved = []
    for item in items:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


def islice(iterable, *limits):
    picked = slice(*limits)
    start, stop, step = picked.start or 0, picked.stop, 1 if picked.step is None else picked.step
    if stop is not None and (not isinstance(stop, int) or stop < 0):
        raise ValueError(("Stop argument" if len(limits) == 1 else "Indices") + " for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not isinstance(start, int) or start < 0:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not isinstance(step, int) or step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start, stop, step)


def _islice(items, start, stop, step):
    at = 0
    while at < start and (stop is None or at < stop):
        try:
            next(items)
        except StopIteration:
            return
        at += 1
    while stop is None or at < stop:
        for item in items:
            break
        else:
            return
        yield item
        at += 1
        for _ in range(step - 1):
            if stop is not None and at >= stop:
                return
            try:
                next(items)
            except StopIteration:
                return
            at += 1


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, iterable):
    items = iter(iterable)
    for item in items:
        if not predicate(item):
            yield item
            break
    yield from items


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def compress(data, selectors):
    for item, wanted in zip(data, selectors):
        if wanted:
            yield item


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(items) for items in iterables], fillvalue)


def _zip_longest(iterators, fill):
    left = len(iterators)
    while left:
        row = []
        for at, items in enumerate(iterators):
            value = fill
            if items is not None:
                for value in items:
                    break
                else:
                    left -= 1
                    if not left:
                        return
                    iterators[at] = None
            row.append(value)
        yield tuple(row)


def accumulate(iterable, func=None, *, initial=None):
    items = iter(iterable)
    total = initial
    if initial is None:
        for total in items:
            break
        else:
            return
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total


def pairwise(iterable):
    items = iter(iterable)
    for before in items:
        for item in items:
            yield before, item
            before = item


def product(*iterables, repeat=1):
    return _product([tuple(items) for items in iterables] * repeat)


def _product(pools):
    if not pools:
        yield ()
        return
    sizes = [len(pool) for pool in pools]
    if 0 in sizes:
        return
    at = [0] * len(pools)
    while True:
        yield tuple([pool[i] for pool, i in zip(pools, at)])
        place = len(pools) - 1
        while at[place] == sizes[place] - 1:
            at[place] = 0
            place -= 1
            if place < 0:
                return
        at[place] += 1


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if r < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, r)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    order = list(range(n))
    turns = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in order[:r]])
    at = r - 1
    while at >= 0:
        turns[at] -= 1
        if turns[at]:
            other = n - turns[at]
            order[at], order[other] = order[other], order[at]
            yield tuple([pool[i] for i in order[:r]])
            at = r - 1
        else:
            order.append(order.pop(at))
            turns[at] = n - at
            at -= 1


def combinations(iterable, r):
    return _chosen(tuple(iterable), r, 1)


def combinations_with_replacement(iterable, r):
    return _chosen(tuple(iterable), r, 0)


def _chosen(pool, r, gap):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _choose(pool, r, gap)


def _choose(pool, r, gap):
    n = len(pool)
    if r > n and (gap or not n):
        return
    at = [i * gap for i in range(r)]
    while True:
        yield tuple([pool[i] for i in at])
        place = r - 1
        while place >= 0 and at[place] == n - 1 - (r - 1 - place) * gap:
            place -= 1
        if place < 0:
            return
        first = at[place] + 1
        at[place:] = [first + i * gap for i in range(r - place)]


class groupby:
    def __init__(self, iterable, key=None):
        self._items = iter(iterable)
        self._key = key
        self._wanted = self._current = self._value = self

    def __iter__(self):
        return self

    def _step(self):
        self._value = next(self._items)
        self._current = self._value if self._key is None else self._key(self._value)

    def __next__(self):
        self._id = object()
        while self._current is self or self._current == self._wanted:
            self._step()
        self._wanted = self._current
        return self._current, self._group(self._wanted, self._id)

    def _group(self, wanted, id):
        while self._id is id and self._current == wanted:
            yield self._value
            try:
                self._step()
            except StopIteration:
                return


def tee(iterable, n=2):
    items = iter(iterable)
    queues = [[] for _ in range(n)]

    def branch(own):
        while True:
            if not own:
                try:
                    item = next(items)
                except StopIteration:
                    return
                for queue in queues:
                    queue.append(item)
            yield own.pop(0)

    return tuple([branch(queue) for queue in queues])
