def _run_in_executor(loop, executor, func, *args):
    loop._check_closed()
    if executor is None:
        if loop._executor_closed:
            raise RuntimeError("Executor shutdown has been called")
        if loop._executor is None:
            from concurrent.futures import ThreadPoolExecutor
            loop._executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
        executor = loop._executor
    return wrap_future(executor.submit(func, *args), loop=loop)


async def to_thread(func, /, *args, **kwargs):
    def call():
        return func(*args, **kwargs)

    if _contexts:
        from contextvars import copy_context
        from functools import partial
        call = partial(copy_context().run, call)
    return await get_running_loop().run_in_executor(None, call)


def wrap_future(future, *, loop=None):
    if _is_future(future):
        return future
    wrapped = (loop or get_event_loop()).create_future()
    _chain(future, wrapped)
    return wrapped


def run_coroutine_threadsafe(coro, loop):
    from concurrent.futures import Future as ThreadFuture
    if not _is_coroutine(coro):
        raise TypeError("A coroutine object is required")
    future = ThreadFuture()

    def begin():
        try:
            _chain(ensure_future(coro, loop=loop), future)
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(begin)
    return future


# What becomes of one future becomes of the other; either may be a thread's.
def _chain(source, target):
    source_loop = source.get_loop() if _is_future(source) else None
    target_loop = target.get_loop() if _is_future(target) else None

    def cancel_source(target):
        if target.cancelled():
            if source_loop is None or source_loop is target_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def settle_target(source):
        if target_loop is None or target_loop is source_loop:
            _settle_like(source, target)
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(_settle_like, source, target)

    target.add_done_callback(cancel_source)
    source.add_done_callback(settle_target)


def _settle_like(source, target):
    if _is_future(target):
        if target.cancelled():
            return
    else:
        if source.cancelled():
            target.cancel()
        if not target.set_running_or_notify_cancel():
            return
    if source.cancelled():
        target.cancel()
    elif source.exception() is not None:
        target.set_exception(source.exception())
    else:
        target.set_result(source.result())


# A thread waits for the workers, while the loop goes on.
async def _shut_executor(loop, executor):
    from threading import Thread
    future = loop.create_future()

    def shut():
        try:
            executor.shutdown(wait=True)
            if not loop.is_closed():
                loop.call_soon_threadsafe(future.set_result, None)
        except Exception as error:
            if not loop.is_closed():
                loop.call_soon_threadsafe(future.set_exception, error)

    thread = Thread(target=shut)
    thread._is_told = False
    thread.start()
    try:
        await future
    finally:
        thread.join()
