def _rise(heap, at, top=0):
    item = heap[at]
    while at > top:
        up = (at - 1) >> 1
        if not item < heap[up]:
            break
        heap[at] = heap[up]
        at = up
    heap[at] = item


def _sink(heap, at):
    # To the bottom along the smaller children, then up to its place.
    end, top, item = len(heap), at, heap[at]
    down = 2 * at + 1
    while down < end:
        if down + 1 < end and not heap[down] < heap[down + 1]:
            down += 1
        heap[at] = heap[down]
        at = down
        down = 2 * at + 1
    heap[at] = item
    _rise(heap, at, top)


def heappush(heap, item):
    heap.append(item)
    _rise(heap, len(heap) - 1)


def heappop(heap):
    last = heap.pop()
    if not heap:
        return last
    return heapreplace(heap, last)


def heapreplace(heap, item):
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item):
    return heapreplace(heap, item) if heap and heap[0] < item else item


def heapify(x):
    for at in reversed(range(len(x) // 2)):
        _sink(x, at)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    heads = []
    for items in iterables:
        items = iter(items)
        for value in items:
            heads.append((value if key is None else key(value), value, items))
            break
    while heads:
        best = 0
        for at in range(1, len(heads)):
            a, b = heads[best][0], heads[at][0]
            if (a < b) if reverse else (b < a):
                best = at
        _, value, items = heads[best]
        yield value
        for value in items:
            heads[best] = (value if key is None else key(value), value, items)
            break
        else:
            heads.pop(best)
