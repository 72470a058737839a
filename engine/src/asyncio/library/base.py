# The part of asyncio that Python can say: everything that stands on futures,
# timers and the ready queue. Order follows CPython 3.11.

from _engine import loaded, thread_id

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


def run(main, *, debug=None):
    if _is_running():
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug) as runner:
        return runner.run(main)


# A notebook's cell: the loop is there before it and goes on after it, for as
# long as it has left tasks behind.
def _run_cell(cell):
    loop = new_event_loop()
    set_event_loop(loop)
    if _is_coroutine_function(cell):
        cell = cell()
    else:
        cell = _call_cell(cell)
    loop.run_until_complete(cell)
    del cell
    while True:
        left = _all_tasks(loop._id)
        if not left:
            return
        waiter = _wait_future(left, loop._id)
        for task in left:
            task.add_done_callback(lambda task: waiter.done() or waiter.set_result(None))
        del left
        loop.run_until_complete(waiter)


async def _call_cell(cell):
    cell()


class Runner:
    __module__ = "asyncio.runners"

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = "created"
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None

    def __enter__(self):
        self._begin()
        return self

    def __exit__(self, kind, error, trace):
        self.close()

    def _begin(self):
        if self._state == "closed":
            raise RuntimeError("Runner is closed")
        if self._state == "created":
            if self._loop_factory is None:
                self._loop = new_event_loop()
                set_event_loop(self._loop)
            else:
                self._loop = self._loop_factory()
            if self._debug is not None:
                self._loop.set_debug(self._debug)
            if loaded("contextvars") is not None:
                self._context = loaded("contextvars").copy_context()
            self._state = "begun"

    def get_loop(self):
        self._begin()
        return self._loop

    def run(self, coro, *, context=None):
        if not _is_coroutine(coro):
            raise ValueError("a coroutine was expected, got {!r}".format(coro))
        if _is_running():
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._begin()
        task = _create_task(coro, None, self._loop._id, True)
        if context is None:
            context = self._context
        if context is not None:
            _contexts[id(task)] = context._values
        return self._loop.run_until_complete(task)

    def close(self):
        if self._state != "begun":
            return
        loop = self._loop
        try:
            _cancel_all(loop)
            loop._close_generators()
            loop._close_executor()
        finally:
            if self._loop_factory is None:
                set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = "closed"


def _cancel_all(loop):
    tasks = _all_tasks(loop._id)
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    loop.run_until_complete(gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            message = "unhandled exception during asyncio.run() shutdown"
            _report(loop, message, task.exception(), "task", task)


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
    return _is_coroutine(value) or type(value).__name__ == "generator"


def iscoroutinefunction(value):
    return _is_coroutine_function(value)


def isfuture(value):
    return _is_future(value)


def current_task(loop=None):
    return _current_task(_loop_or_running(loop)._id)


def all_tasks(loop=None):
    return set(_all_tasks(_loop_or_running(loop)._id))


def _loop_or_running(loop):
    return get_running_loop() if loop is None else loop


def create_task(coro, *, name=None, context=None):
    if not _is_running():
        raise RuntimeError("no running event loop")
    return _task_in(None, coro, name, context)


def _task_in(loop, coro, name, context=None, main=False):
    task = _create_task(coro, name, loop, main)
    if context is not None:
        _contexts[id(task)] = context._values
    elif _contexts:
        _contexts[id(task)] = dict(_context_values())
    return task


# The context variables of each task, and of each thread (by its number);
# empty until one is set.
_contexts = {}


def _context_values():
    task = _current_task()
    key = thread_id() if task is None else id(task)
    if key not in _contexts:
        _contexts[key] = dict(_contexts.get(thread_id(), {}))
    return _contexts[key]


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(value, *, loop=None):
    return _ensure_future(value, loop)


def _ensure_future(value, loop=None):
    if _is_future(value):
        if loop is not None and loop is not value.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return value
    if not _is_coroutine(value):
        if not hasattr(value, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        value = _wrap_awaitable(value)
    if loop is None:
        if _is_running():
            return _task_in(None, value, None)
        try:
            loop = get_event_loop()
        except RuntimeError:
            value.close()
            raise
    return loop.create_task(value)


class Handle:
    __module__ = "asyncio.events"

    def __init__(self, callback, args, loop=None, context=None):
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._loop = loop
        if context is None and _contexts:
            context = loaded("contextvars").copy_context()
        self._context = context
        self._origin = _origin() if loop is not None and loop._debug else None
        self._repr = None

    def _run(self):
        if self._cancelled:
            return
        if self._context is None:
            self._callback(*self._args)
        else:
            self._context.run(self._callback, *self._args)

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            if self._loop is not None and self._loop._debug:
                self._repr = repr(self)
            self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    # What a `functools.partial` calls stands for it, its arguments first.
    def _text(self):
        function, args = self._callback, self._args
        if type(function).__name__ == "partial" and hasattr(function, "keywords"):
            text, _, place = _call_text(function.func, function.args).partition(") at ")
            own = _call_text(print, args)[5:]
            return text.removesuffix(")") + ")" + own + (" at " + place if place else "")
        return _call_text(function, args)

    def _parts(self):
        parts = [type(self).__name__]
        if self._cancelled:
            parts.append("cancelled")
        return parts

    def __repr__(self):
        if self._repr is not None:
            return self._repr
        parts = self._parts()
        if self._callback is not None:
            parts.append(self._text())
        if self._origin is not None:
            parts.append("created at " + self._origin[0])
        return "<" + " ".join(parts) + ">"


class TimerHandle(Handle):
    __module__ = "asyncio.events"

    def __init__(self, when, callback, args, loop=None, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when

    def when(self):
        return self._when

    def cancel(self):
        if not self._cancelled:
            _cancel_timer(self._timer)
        super().cancel()

    def _parts(self):
        return super()._parts() + [f"when={self._when}"]


    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when <= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when >= other._when if isinstance(other, TimerHandle) else NotImplemented


class AbstractEventLoop:
    __module__ = "asyncio.events"


class BaseEventLoop(AbstractEventLoop):
    __module__ = "asyncio.base_events"

    def __init__(self):
        self._id = _open_loop(self)
        self._closed = False
        self._debug = False
        self._slow = 0.1
        self._handler = None
        self._executor = None
        self._executor_closed = False
        _write_debug("Using selector: EpollSelector")

    def time(self):
        return _time()

    def is_running(self):
        return _is_loop_running(self._id)

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = bool(enabled)
        self.slow_callback_duration = self._slow

    @property
    def slow_callback_duration(self):
        return self._slow

    @slow_callback_duration.setter
    def slow_callback_duration(self, seconds):
        self._slow = seconds
        _set_debug(self._id, self._debug, seconds)

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    # In debug mode alone: from another thread nothing may be queued, and only
    # what can be called.
    def _check(self, callback, method):
        if self._debug:
            if self.is_running() and _running_loop() is not self and method != "call_soon_threadsafe":
                raise RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one")
            if iscoroutine(callback) or iscoroutinefunction(callback):
                raise TypeError(f"coroutines cannot be used with {method}()")
            if not callable(callback):
                raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _is_running():
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self):
        self._check_closed()
        self._check_running()
        _run_loop(self._id)

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        is_new = not _is_future(future)
        if is_new and _is_coroutine(future):
            future = _task_in(self._id, future, None, None, True)
        else:
            future = _ensure_future(future, self)
        future.add_done_callback(_run_until_complete_cb)
        try:
            _run_loop(self._id)
        except:
            if is_new and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        if not self._closed:
            _stop_loop(self._id)

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if not self._closed:
            if self._debug:
                _write_debug("Close %r" % self)
            self._closed = True
            _close_loop(self._id)
            if self._executor is not None:
                self._executor.shutdown(wait=False)

    async def shutdown_asyncgens(self):
        closing = _close_generators(self._id)
        if closing is not None:
            await closing

    async def shutdown_default_executor(self):
        self._executor_closed = True
        if self._executor is not None:
            await _shut_executor(self, self._executor)

    # The two as `run` does them: a task only where there is something to do.
    def _close_generators(self):
        closing = _close_generators(self._id)
        if closing is not None:
            self.run_until_complete(closing)
        else:
            # What was ready when the loop was torn down still runs.
            self.stop()
            self.run_forever()

    def _close_executor(self):
        if self._executor is None:
            _skip_task_name()
        else:
            self.run_until_complete(self.shutdown_default_executor())

    def create_future(self):
        return _new_future(None, self._id)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        self._check(print, "call_soon")
        return _task_in(self._id, coro, name, context)

    def call_soon(self, callback, *args, context=None):
        self._check(callback, "call_soon")
        return self.call_soon_threadsafe(callback, *args, context=context)

    def call_soon_threadsafe(self, callback, *args, context=None):
        self._check_closed()
        self._check(callback, "call_soon_threadsafe")
        handle = Handle(callback, args, self, context)
        _call_soon(self._id, handle._run)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(_time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        self._check(callback, "call_at")
        handle = TimerHandle(when, callback, args, self, context)
        handle._timer = _call_at(self._id, when, handle._run)
        return handle

    def run_in_executor(self, executor, func, *args):
        return _run_in_executor(self, executor, func, *args)

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._executor = executor

    def get_exception_handler(self):
        return self._handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._handler = handler

    def default_exception_handler(self, context):
        _write_report(context)

    def call_exception_handler(self, context):
        if self._handler is None:
            return self.default_exception_handler(context)
        try:
            self._handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.default_exception_handler(
                {"message": "Unhandled error in exception handler", "exception": error, "context": context}
            )

    def get_task_factory(self):
        return None

    def __repr__(self):
        return "<%s running=%s closed=%s debug=%s>" % (
            type(self).__name__, self.is_running(), self._closed, self._debug
        )


class SelectorEventLoop(BaseEventLoop):
    __module__ = "asyncio.unix_events"


SelectorEventLoop.__name__ = SelectorEventLoop.__qualname__ = "_UnixSelectorEventLoop"


def _run_until_complete_cb(future):
    if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        return
    future.get_loop().stop()


def _report(loop, message, exception, key, value):
    if exception is None:
        context = {key: value, "message": message}
    else:
        context = {"message": message, "exception": exception, key: value}
    origin = value._origin if isinstance(value, Handle) else _origin(value)
    if origin is not None:
        context["source_traceback"] = origin[1]
    if loop is None:
        _write_report(context)
    else:
        loop.call_exception_handler(context)


def _report_callback(function, args, exception):
    handle = _handle_of(function, args)
    message = "Exception in callback " + handle._text()
    try:
        raise exception
    except BaseException:  # so that it is the context of what a handler raises
        _report(_running_loop(), message, exception, "handle", handle)


# A task, or a function and its arguments, kept the thread for too long.
def _report_slow(subject, seconds):
    if isinstance(subject, tuple):
        subject = _handle_of(*subject)
    _write_error("Executing %r took %.3f seconds" % (subject, seconds), None, "warning")


def _handle_of(function, args):
    handle = getattr(function, "__self__", None)
    return handle if isinstance(handle, Handle) else Handle(function, args, _running_loop())


def _write_report(context):
    lines = [context.get("message") or "Unhandled exception in event loop"]
    for key in sorted(context):
        if key not in ("message", "exception"):
            if key == "source_traceback":
                lines.append(f"{key}: Object created at (most recent call last):\n" + context[key].rstrip())
            else:
                lines.append(f"{key}: {context[key]!r}")
    _write_error("\n".join(lines), context.get("exception"))


def _write_error(text, exception=None, level="error"):
    logging = loaded("logging")
    if logging is not None:
        getattr(logging.getLogger("asyncio"), level)(text, exc_info=exception)
    else:
        from _engine import exception_text, native_print
        text += "\n"
        if exception is not None:
            text += exception_text(exception, True)
        native_print(text, True)


def _write_debug(text):
    logging = loaded("logging")
    if logging is not None:
        logging.getLogger("asyncio").debug(text)


def new_event_loop():
    return SelectorEventLoop()


# By thread: the loop that `set_event_loop` put there.
_thread_loops = {}


def set_event_loop(loop):
    if loop is not None and not isinstance(loop, AbstractEventLoop):
        raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
    _thread_loops[thread_id()] = loop


def get_running_loop():
    loop = _running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop():
    loop = _running_loop()
    if loop is not None:
        return loop
    thread = thread_id()
    if thread == 0 and thread not in _thread_loops:
        _thread_loops[thread] = new_event_loop()
    loop = _thread_loops.get(thread)
    if loop is None:
        name = "MainThread" if thread == 0 else loaded("threading").current_thread().name
        raise RuntimeError("There is no current event loop in thread %r." % name)
    return loop


def _future_outside(*, loop=None):
    return (loop or get_event_loop()).create_future()


def _task_outside(coro, *, loop=None, name=None, context=None):
    return (loop or get_event_loop()).create_task(coro, name=name, context=context)


def gather(*values, return_exceptions=False):
    if not values:
        outer = get_event_loop().create_future()
        outer.set_result([])
        return outer
    seen = {}
    children = []
    finished = 0
    outer = None
    loop = None

    def _done_callback(child):
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
                # The last one given, not the last to finish.
                outer.set_exception(_cancelled_error(one))
            else:
                outer.set_result(results)

    for value in values:
        if value in seen:
            children.append(seen[value])
            continue
        child = _ensure_future(value, loop)
        if loop is None:
            loop = child.get_loop()
        seen[value] = child
        child.add_done_callback(_done_callback)
        children.append(child)
    outer = _gather_future(children, loop._id)
    return outer
