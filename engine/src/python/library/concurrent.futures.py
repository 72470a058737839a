# Pools of threads. Nothing here needs a lock: a thread goes on until it
# waits, and all waiting is for a list to be empty.

import threading
from _engine import wait_empty
from collections import namedtuple
from itertools import count
from queue import Empty, SimpleQueue
from time import monotonic

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
TimeoutError = TimeoutError


class Error(Exception):
    __module__ = "concurrent.futures._base"


class CancelledError(Error):
    __module__ = "concurrent.futures._base"


class InvalidStateError(Error):
    __module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    __module__ = "concurrent.futures._base"


class BrokenThreadPool(BrokenExecutor):
    __module__ = "concurrent.futures.thread"


def _log(text, error):
    from logging import getLogger
    getLogger("concurrent.futures").critical(text, exc_info=error)


class Future:
    __module__ = "concurrent.futures._base"

    def __init__(self):
        self._state = "pending"
        self._result = self._exception = None
        # Holds something until there is a result.
        self._open = [True]
        # Whoever waits for several is told of a cancelled one by the worker
        # that comes upon it.
        self._is_told = False
        self._waiters = []
        self._callbacks = []

    def _call(self, function):
        try:
            function(self)
        except Exception as error:
            from logging import getLogger
            getLogger("concurrent.futures").error(f"exception calling callback for {self!r}", exc_info=error)

    def _end(self, state):
        self._state = state
        self._open.clear()

    def cancel(self):
        if self._state in ("running", "finished"):
            return False
        if self._state == "pending":
            self._end("cancelled")
            for function in self._callbacks:
                self._call(function)
        return True

    def cancelled(self):
        return self._state == "cancelled"

    def running(self):
        return self._state == "running"

    def done(self):
        return self._state in ("cancelled", "finished")

    def add_done_callback(self, fn):
        if self.done():
            self._call(fn)
        else:
            self._callbacks.append(fn)

    def _wait(self, timeout):
        if self._open:
            wait_empty(self._open, timeout)
        if self._state == "cancelled":
            raise CancelledError()
        if self._open:
            raise TimeoutError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._state == "cancelled":
            self._is_told = True
            for waiter in self._waiters:
                waiter.add(self)
            return False
        if self._state != "pending":
            raise RuntimeError("Future in unexpected state")
        self._state = "running"
        return True

    def _settle(self, result, exception):
        if self.done():
            raise InvalidStateError(f"{self._state.upper()}: {self!r}")
        self._result, self._exception = result, exception
        self._end("finished")
        self._is_told = True
        for waiter in self._waiters:
            waiter.add(self)
        for function in self._callbacks:
            self._call(function)

    def set_result(self, result):
        self._settle(result, None)

    def set_exception(self, exception):
        self._settle(None, exception)

    def __repr__(self):
        shown = f"<{type(self).__name__} at {id(self):#x} state={self._state}"
        if self._state == "finished":
            error = self._exception
            shown += f" returned {type(self._result).__name__}" if error is None else f" raised {type(error).__name__}"
        return shown + ">"


# Blocks until enough of some futures are done.
class _Waiter:
    def __init__(self, futures, is_enough):
        self._futures, self._is_enough = futures, is_enough
        self.finished = []
        self.blocks = [True]
        for future in futures:
            future._waiters.append(self)

    def add(self, future):
        self.finished.append(future)
        if self._is_enough(self.finished):
            self.blocks.clear()

    def wait(self, timeout):
        if self.blocks:
            wait_empty(self.blocks, timeout)

    def close(self):
        for future in self._futures:
            future._waiters.remove(self)


def as_completed(fs, timeout=None):
    end = None if timeout is None else monotonic() + timeout
    futures = list(dict.fromkeys(fs))
    pending = [future for future in futures if not future._is_told]
    waiter = _Waiter(pending, bool)
    try:
        for future in futures:
            if future not in pending:
                yield future
        left = len(pending)
        while left:
            if end is not None and end - monotonic() < 0:
                raise TimeoutError(f"{left} (of {len(futures)}) futures unfinished")
            waiter.wait(None if end is None else end - monotonic())
            finished, waiter.finished, waiter.blocks = waiter.finished, [], [True]
            left -= len(finished)
            yield from finished
    finally:
        waiter.close()


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    futures = list(dict.fromkeys(fs))
    done = [future for future in futures if future._is_told]

    def failed(future):
        return not future.cancelled() and future.exception() is not None

    def is_enough(finished):
        if return_when == FIRST_COMPLETED:
            return bool(finished)
        if return_when == FIRST_EXCEPTION and any(failed(future) for future in finished):
            return True
        return len(finished) == len(pending)

    pending = [future for future in futures if future not in done]
    if pending and not (done and return_when != ALL_COMPLETED and is_enough(done)):
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError("Invalid return condition: %r" % return_when)
        waiter = _Waiter(pending, is_enough)
        waiter.wait(timeout)
        waiter.close()
        done += waiter.finished
    return DoneAndNotDoneFutures(set(done), set(futures) - set(done))


class Executor:
    __module__ = "concurrent.futures._base"

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    future = futures.pop()
                    try:
                        yield future.result(None if end is None else end - monotonic())
                    finally:
                        future.cancel()
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.shutdown(wait=True)
        return False


_pools = count()
# Every worker with its queue, for the program's end.
_workers = {}
_is_over = False


class ThreadPoolExecutor(Executor):
    __module__ = "concurrent.futures.thread"

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = 8
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._queue = SimpleQueue()
        self._idle = 0
        self._threads = []
        self._broken = False
        self._shutdown = False
        self._prefix = thread_name_prefix or f"ThreadPoolExecutor-{next(_pools)}"
        self._initializer, self._initargs = initializer, initargs

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _is_over:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        future = Future()
        self._queue.put((future, fn, args, kwargs))
        if self._idle:
            self._idle -= 1
        elif len(self._threads) < self._max_workers:
            name = f"{self._prefix}_{len(self._threads)}"
            thread = threading.Thread(name=name, target=_work, args=(self,))
            thread.start()
            self._threads.append(thread)
            _workers[thread] = self._queue
        return future

    def _give_up(self):
        self._broken = "A thread initializer failed, the thread pool is not usable anymore"
        for item in self._rest():
            item[0].set_exception(BrokenThreadPool(self._broken))

    def _rest(self):
        while True:
            try:
                item = self._queue.get_nowait()
            except Empty:
                return
            if item is not None:
                yield item

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            for item in self._rest():
                item[0].cancel()
        self._queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


# What a worker does: one call after another.
def _work(pool):
    if pool._initializer is not None:
        try:
            pool._initializer(*pool._initargs)
        except BaseException as error:
            _log("Exception in initializer:", error)
            pool._give_up()
            return
    while True:
        item = pool._queue.get()
        if item is None:
            if _is_over or pool._shutdown:
                pool._shutdown = True
                pool._queue.put(None)
                return
            continue
        future, fn, args, kwargs = item
        if future.set_running_or_notify_cancel():
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)
                del result
        del item, future, fn, args, kwargs
        pool._idle += 1


def _end_workers():
    global _is_over
    _is_over = True
    workers = list(_workers.items())
    for _, queue in workers:
        queue.put(None)
    for thread, _ in workers:
        thread.join()


threading._at_exit.append(_end_workers)
