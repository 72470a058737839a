# Threads that take turns: one goes on until it waits. All waiting is for a
# list to be empty (`_engine.wait_empty`): the list of a lock's holder, of a
# thread that has not ended.

from _engine import exception_text, native_print, start_thread, thread_id, wait_empty
from collections import deque
from itertools import count
from time import monotonic

TIMEOUT_MAX = 9223372036.0


class _Lock:
    def __init__(self):
        self._held = []

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        while self._held:
            if not blocking:
                return False
            wait_empty(self._held, None if timeout < 0 else timeout)
            if self._held and timeout >= 0:
                return False
        self._held.append(True)
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held.clear()

    def locked(self):
        return bool(self._held)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, trace):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"


def Lock():
    return _Lock()


class _RLock:
    def __init__(self):
        self._block = _Lock()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return True
        if not self._block.acquire(blocking, timeout):
            return False
        self._owner = me
        self._count = 1
        return True

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, trace):
        self.release()

    def _release_save(self):
        saved = self._count, self._owner
        self._count, self._owner = 0, None
        self._block.release()
        return saved

    def _acquire_restore(self, saved):
        self._block.acquire()
        self._count, self._owner = saved

    def _is_owned(self):
        return self._owner == get_ident()


def RLock():
    return _RLock()


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._waiters = deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *error):
        return self._lock.__exit__(*error)

    def _is_owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        nested = hasattr(self._lock, "_release_save")
        if nested:
            saved = self._lock._release_save()
        else:
            self._lock.release()
        woken = False
        try:
            if timeout is None:
                woken = waiter.acquire()
            elif timeout > 0:
                woken = waiter.acquire(True, timeout)
            else:
                woken = waiter.acquire(False)
            return woken
        finally:
            if nested:
                self._lock._acquire_restore(saved)
            else:
                self._lock.acquire()
            if not woken and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None
        left = timeout
        result = predicate()
        while not result:
            if left is not None:
                if end is None:
                    end = monotonic() + left
                else:
                    left = end - monotonic()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while self._waiters and n > 0:
            self._waiters.popleft().release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = monotonic() + timeout
                    else:
                        timeout = end - monotonic()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
        return True

    def __enter__(self):
        return self.acquire()

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, *error):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action, self._timeout, self._parties = action, timeout, parties
        self._state = "filling"
        self._count = 0

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: self._count if self._state == "filling" else 0)
    broken = property(lambda self: self._state == "broken")

    def wait(self, timeout=None):
        timeout = self._timeout if timeout is None else timeout
        with self._cond:
            while self._state in ("draining", "resetting"):
                self._cond.wait()
            if self._state == "broken":
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._fill(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in ("resetting", "draining"):
                    self._state = "filling"
                    self._cond.notify_all()

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = "draining"
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _fill(self, timeout):
        if not self._cond.wait_for(lambda: self._state != "filling", timeout):
            self._break()
            raise BrokenBarrierError
        if self._state in ("broken", "resetting"):
            raise BrokenBarrierError

    def _break(self):
        self._state = "broken"
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                self._state = "resetting"
            else:
                self._state = "filling"
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()


class local:
    def __new__(cls, *args, **kwargs):
        made = object.__new__(cls)
        object.__setattr__(made, "_of", {get_ident(): {}})
        object.__setattr__(made, "_given", (args, kwargs))
        return made

    # Its own `__dict__` stays empty, so that every look-up comes here.
    def __getattr__(self, name):
        held = _held_here(self)
        if name not in held:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return held[name]

    def __setattr__(self, name, value):
        _held_here(self)[name] = value

    def __delattr__(self, name):
        held = _held_here(self)
        if name not in held:
            raise AttributeError(name)
        del held[name]


def _held_here(one):
    of = object.__getattribute__(one, "_of")
    me = get_ident()
    if me not in of:
        of[me] = {}
        args, kwargs = object.__getattribute__(one, "_given")
        type(one).__init__(one, *args, **kwargs)
    return of[me]


# By number: the threads that have begun and not ended.
_active = {}
_numbers = count(1)
_at_exit = []


class Thread:
    _is_told = True

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            name = f"Thread-{next(_numbers)}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._target, self._name = target, str(name)
        self._args, self._kwargs = args, {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._started = Event()
        # Holds something until it has ended.
        self._left = []
        self._stopped = False

    def start(self):
        if self._started.is_set() or self._ident is not None:
            raise RuntimeError("threads can only be started once")
        self._left.append(True)
        name = (self._name or " ") if self._is_told else ""
        self._ident = start_thread(_begin, (self,), name)
        _active[self._ident] = self
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if not self._stopped and self._left:
            wait_empty(self._left, None if timeout is None else max(timeout, 0))
        self._stopped = not self._left

    def is_alive(self):
        return self._started.is_set() and bool(self._left)

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    def getName(self):
        return self._name

    def setName(self, name):
        self.name = name

    @property
    def ident(self):
        return None if self._ident is None else _as_ident(self._ident)

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        return self._daemonic

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        status = "initial"
        if self._started.is_set():
            status = "started" if self._left else "stopped"
        if self._daemonic:
            status += " daemon"
        if self.ident is not None:
            status += f" {self.ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval, self.function = interval, function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._name, self._daemonic, self._ident = "MainThread", False, 0
        self._started = Event()
        self._started._flag = True
        self._left, self._stopped = [True], False


_main_thread = _active[0] = _MainThread()


# What a thread runs.
def _begin(thread):
    thread._started.set()
    try:
        thread.run()
    except SystemExit:
        pass
    except BaseException as error:
        excepthook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))
    del _active[thread._ident]
    thread._left.clear()


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    native_print(f"Exception in thread {args.thread.name}:\n" + exception_text(args.exc_value, True), True)


# The program's end: its threads come to theirs, but for daemons.
def _shutdown():
    for function in reversed(_at_exit):
        function()
    for thread in list(_active.values()):
        if thread is not _main_thread and not thread.daemon:
            thread.join()


def _as_ident(number):
    return 140_000_000_000_000 + number * 8_392_704


def get_ident():
    return _as_ident(thread_id())


get_native_id = get_ident


def current_thread():
    return _active[thread_id()]


currentThread = current_thread


def main_thread():
    return _main_thread


def enumerate():
    return list(_active.values())


def active_count():
    return len(_active)


activeCount = active_count
