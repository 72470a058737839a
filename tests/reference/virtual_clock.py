"""A clock that only moves when the program waits, for CPython 3.11.

`install()` gives the process a virtual clock: `time.monotonic()`,
`time.perf_counter()` and `loop.time()` start at 0.0 and `time.time()` at
`EPOCH`. They stand still while code runs; `time.sleep(d)` moves them by `d`,
and an event loop with nothing ready jumps to exactly its earliest deadline.
Nothing ever really sleeps, and a run always gives the same order.
"""

import asyncio
import heapq
import math
import os
import selectors
import sys
import time

import virtual_threads

EPOCH = 1_700_000_000.0
"""Unix seconds at program time 0, as in the engine's `Options::default()`."""

now = 0.0
"""Program seconds since the start."""

_real_sleep = time.sleep
_real = {name: getattr(time, name) for name in ("strftime", "localtime", "gmtime", "ctime", "asctime")}


stuck = None
"""What is called when it would wait for ever; see `install`."""


def install(on_stuck):
    """Puts the virtual clock in the place of the real one.

    `on_stuck` is called when everything waits and nothing is due, where a
    real loop would wait for ever; it must not return.
    """
    global stuck
    stuck = on_stuck
    virtual_threads.install(sys.modules[__name__])
    os.environ["TZ"] = "UTC"
    time.tzset()
    _install_functions()
    _install_loop()
    # `datetime` in C reads the real clock; the one in Python asks `time.time`.
    sys.modules["_datetime"] = None


def _install_functions():
    def sleep(seconds):
        if isinstance(seconds, (int, float)) and 0 <= seconds < math.inf:
            virtual_threads.wait(lambda: False, now + seconds)
        else:
            _real_sleep(seconds)  # it refuses: the message is CPython's own

    def moment():
        return EPOCH + now

    sleep.__qualname__ = "sleep"  # it shows in reports of slow callbacks
    time.sleep = sleep
    time.time = moment
    time.time_ns = lambda: round(moment() * 1e9)
    for name in ("monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(time, name, lambda: now)
        setattr(time, name + "_ns", lambda: round(now * 1e9))
    # These read the real clock where they are given no time.
    time.localtime = lambda seconds=None: _real["localtime"](moment() if seconds is None else seconds)
    time.gmtime = lambda seconds=None: _real["gmtime"](moment() if seconds is None else seconds)
    time.ctime = lambda seconds=None: _real["ctime"](moment() if seconds is None else seconds)
    time.asctime = lambda t=None: _real["asctime"](time.localtime() if t is None else t)
    time.strftime = lambda form, t=None: _real["strftime"](form, time.localtime() if t is None else t)


class TimerHandle(asyncio.events.TimerHandle):
    """Equal deadlines in order of creation.

    `heapq` is not stable; a real clock never gives two equal deadlines.
    """

    _created = 0

    def __init__(self, *arguments):
        super().__init__(*arguments)
        TimerHandle._created += 1
        self._sequence = TimerHandle._created

    def __lt__(self, other):
        return (self._when, self._sequence) < (other._when, other._sequence)


class EpollSelector(selectors.SelectSelector):  # the name is logged
    """Waits by moving the clock."""

    loop = None

    def select(self, timeout=None):
        if timeout == 0:
            virtual_threads.wait(lambda: True)  # others that are ready go first
            return super().select(0)
        timers = self.loop._scheduled
        while timers and timers[0]._cancelled:
            heapq.heappop(timers)
        deadline = timers[0]._when if timeout is not None and timers[0]._when < math.inf else None
        # A thread that has finished its work writes to the loop's own socket.
        virtual_threads.wait(lambda: selectors.SelectSelector.select(self, 0), deadline)
        return super().select(0)


class _UnixSelectorEventLoop(asyncio.SelectorEventLoop):  # the name shows in `repr`
    def __init__(self):
        selector = EpollSelector()
        super().__init__(selector)
        selector.loop = self

    def time(self):
        return now


def _install_loop():
    asyncio.events.TimerHandle = TimerHandle
    asyncio.TimerHandle = TimerHandle
    asyncio.DefaultEventLoopPolicy._loop_factory = _UnixSelectorEventLoop
