"""Threads that take turns, so that programs with threads always run alike.

Real threads, of which one runs at a time: it goes on until it blocks (sleeps,
waits for a lock, a queue, another thread), as a short piece of CPython code
would, and then hands over to whoever became ready first; where nobody is, to
the earliest deadline, and the clock jumps there. A new thread runs at once up
to its first wait, because `Thread.start` waits for it.
"""

import _thread
import concurrent.futures.thread
import os
import queue
import threading


class _Turn:
    """One thread's place: what it waits for, since when, and until when."""

    def __init__(self):
        self.go = _thread.allocate_lock()
        self.go.acquire()
        self.is_ready = lambda: True
        self.deadline = None
        self.since = 0
        self.over = False


_clock = None
_turns = {}
_waits = 0
_start_new_thread = _thread.start_new_thread


def install(clock):
    """Makes the primitives of `threading` take turns; `clock.now` is moved."""
    global _clock
    _clock = clock
    _turns[_thread.get_ident()] = _Turn()
    threading._allocate_lock = threading.Lock = Lock
    threading._CRLock = None  # `RLock()` falls back on the one in Python
    threading._time = queue.time = lambda: clock.now
    threading._start_new_thread = start_new_thread
    queue.SimpleQueue = queue._PySimpleQueue
    threading.Thread._wait_for_tstate_lock = _wait_for_end
    concurrent.futures.thread._global_shutdown_lock = Lock()
    os.cpu_count = lambda: 4  # eight workers in the default executor, anywhere


def finish():
    """Lets the threads that are left come to their end, as at exit."""
    concurrent.futures.thread._python_exit()
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


def wait(is_ready, deadline=None):
    """Hands over until `is_ready()` or the deadline; True where it is ready."""
    global _waits
    mine = _turns[_thread.get_ident()]
    _waits += 1
    mine.is_ready, mine.deadline, mine.since = is_ready, deadline, _waits
    following = _choose()
    if following is not mine:
        following.go.release()
        mine.go.acquire()
    return bool(is_ready())


def _choose():
    waiting = sorted((turn for turn in _turns.values() if not turn.over), key=lambda turn: turn.since)
    for turn in waiting:
        if turn.is_ready():
            return turn
    timed = [turn for turn in waiting if turn.deadline is not None]
    if not timed:
        _clock.stuck()
    turn = min(timed, key=lambda turn: (turn.deadline, turn.since))
    _clock.now = max(_clock.now, turn.deadline)
    return turn


def start_new_thread(function, arguments):
    turn = _Turn()
    turn.since = _waits

    def run():
        turn.go.acquire()
        try:
            function(*arguments)
        finally:
            turn.over = True
            _choose().go.release()

    identity = _start_new_thread(run, ())
    _turns[identity] = turn
    return identity


def _wait_for_end(self, block=True, timeout=-1):
    turn = _turns.get(self.ident)
    if turn is None or self._is_stopped:
        return
    if block:
        wait(lambda: turn.over, None if timeout < 0 else _clock.now + timeout)
    if turn.over:
        self._tstate_lock.acquire()  # but for a moment: it has nothing left to do
        self._tstate_lock.release()
        self._stop()


class Lock:
    """`threading.Lock`, whose waiting is a hand-over."""

    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        while self._locked:
            if not blocking or not wait(lambda: not self._locked, None if timeout < 0 else _clock.now + timeout):
                return False
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()

    def _at_fork_reinit(self):
        self._locked = False
