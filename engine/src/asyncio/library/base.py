# The part of asyncio that Python can say: everything that stands on futures,
# timers and the ready queue. Order follows CPython 3.11.

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


def run(main, *, debug=None):
    if _is_running():
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not _is_coroutine(main):
        raise ValueError("a coroutine was expected, got {!r}".format(main))
    return _run(main)


async def sleep(delay, result=None):
    if delay <= 0:
        await _turn()
        return result
    future, timer = _timer_future(delay, result)
    try:
        return await future
    finally:
        _cancel_timer(timer)


def iscoroutine(value):
    return _is_coroutine(value)


def iscoroutinefunction(value):
    return _is_coroutine_function(value)


def isfuture(value):
    return _is_future(value)


def current_task(loop=None):
    if not _is_running():
        raise RuntimeError("no running event loop")
    return _current_task()


def all_tasks(loop=None):
    if not _is_running():
        raise RuntimeError("no running event loop")
    return set(_all_tasks())


def create_task(coro, *, name=None, context=None):
    if not _is_running():
        raise RuntimeError("no running event loop")
    task = _create_task(coro, name)
    if context is not None:
        _contexts[id(task)] = context._values
    elif _contexts:
        _contexts[id(task)] = dict(_context_values())
    return task


# The context variables of each task; empty until one is set.
_contexts = {}


def _context_values():
    task = _current_task() if _is_running() else None
    if id(task) not in _contexts:
        _contexts[id(task)] = dict(_contexts.get(id(None), {}))
    return _contexts[id(task)]


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(value, *, loop=None):
    if _is_future(value):
        return value
    if _is_coroutine(value):
        return create_task(value)
    if hasattr(value, "__await__"):
        return create_task(_wrap_awaitable(value))
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


class Handle:
    def __init__(self, callback, args):
        self._callback = callback
        self._args = args
        self._cancelled = False

    def _run(self):
        if not self._cancelled:
            self._callback(*self._args)

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled


class TimerHandle(Handle):
    def __init__(self, when, callback, args):
        super().__init__(callback, args)
        self._when = when

    def when(self):
        return self._when

    def cancel(self):
        if not self._cancelled:
            _cancel_timer(self._timer)
        super().cancel()


class _EventLoop:
    def time(self):
        return _time()

    def is_running(self):
        return _is_running()

    def is_closed(self):
        return False

    def get_debug(self):
        return False

    def create_future(self):
        return _new_future()

    def create_task(self, coro, *, name=None, context=None):
        return create_task(coro, name=name)

    def call_soon(self, callback, *args, context=None):
        handle = Handle(callback, args)
        _call_soon(handle._run)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(_time() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        handle = TimerHandle(when, callback, args)
        handle._timer = _call_at(when, handle._run)
        return handle

    def __repr__(self):
        return "<_UnixSelectorEventLoop running=%s closed=False debug=False>" % _is_running()


_loop = _EventLoop()


def get_running_loop():
    if not _is_running():
        raise RuntimeError("no running event loop")
    return _loop


def get_event_loop():
    return _loop


def gather(*values, return_exceptions=False):
    if not values:
        outer = _loop.create_future()
        outer.set_result([])
        return outer
    seen = {}
    children = []
    finished = 0
    outer = None

    def child_done(child):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(_cancelled_error(child))
                return
            error = child.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished == len(seen):
            results = []
            for one in children:
                if one.cancelled():
                    message = _cancel_message(one)
                    results.append(CancelledError("" if message is None else message))
                else:
                    error = one.exception()
                    results.append(one.result() if error is None else error)
            if _cancel_requested(outer):
                outer.set_exception(_cancelled_error(child))
            else:
                outer.set_result(results)

    for value in values:
        if value in seen:
            children.append(seen[value])
            continue
        child = ensure_future(value)
        seen[value] = child
        child.add_done_callback(child_done)
        children.append(child)
    outer = _gather_future(children)
    return outer
