"""Tracebacks and warnings as if the library had no frames.

Our engine's library is not made of Python files, so a traceback shows the
program's own frames alone. Here CPython is made to do the same: frames of
other files are left out, and a warning points at the program's innermost
line. All else (carets, chaining, suggestions) is CPython's own doing.
"""

import itertools
import linecache
import sys
import threading
import traceback
import warnings
from asyncio import constants, format_helpers

ORIGIN_DEPTH = 10
"""Of where something was created so many frames are told, the innermost."""

_name = None

_shown_at_exit = {}
"""The registry of warnings shown when no frame is left."""


def install(file_name):
    """From now on only the frames of `file_name` are shown."""
    global _name
    _name = file_name
    _leave_out_in_traceback_module()
    warnings._warn_unawaited_coroutine = _warn_unawaited_coroutine
    _leave_out_of_origins()
    _leave_out_places_of_callbacks()
    threading.excepthook = _show_of_thread


def show(error):
    """Writes the traceback of a program that died, as the interpreter does.

    Afterwards it is whole again: as in CPython, all its frames live until the
    interpreter lets go of it, which is before it clears the modules.
    """
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
    links = []
    _leave_out(error, set(), links)
    sys.__excepthook__(type(error), error, error.__traceback__)
    for owner, name, whole in links:
        setattr(owner, name, whole)


def _show_of_thread(arguments):
    text = "".join(traceback.format_exception(arguments.exc_value))
    sys.stderr.write(f"Exception in thread {arguments.thread.name}:\n{text}")


def _leave_out(error, seen, links):
    """Cuts the frames of other files out; `links` gets what was there."""
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    entries = list(_entries(error.__traceback__))
    links.append((error, "__traceback__", error.__traceback__))
    links.extend((tb, "tb_next", tb.tb_next) for tb in entries)
    own = [tb for tb in entries if tb.tb_frame.f_code.co_filename == _name]
    for this in own:
        this.tb_next = None
    for this, following in zip(own, own[1:]):
        this.tb_next = following
    error.__traceback__ = own[0] if own else None
    for other in (error.__cause__, error.__context__, *getattr(error, "exceptions", ())):
        _leave_out(other, seen, links)


def _entries(tb):
    while tb is not None:
        yield tb
        tb = tb.tb_next


def _leave_out_in_traceback_module():
    """For `traceback.print_exc` and `logging`, hence asyncio's own reports."""
    init = traceback.TracebackException.__init__

    def wrapped(self, *arguments, **named):
        init(self, *arguments, **named)
        if self.stack:
            self.stack[:] = [frame for frame in self.stack if frame.filename == _name]

    traceback.TracebackException.__init__ = wrapped


def _warn_unawaited_coroutine(coroutine):
    message = f"coroutine '{coroutine.__qualname__}' was never awaited"
    origin = [
        (file, line, function, linecache.getline(file, line))
        for file, line, function in coroutine.cr_origin or () if file == _name
    ]
    if origin:
        entries = "".join(traceback.format_list(reversed(origin[:ORIGIN_DEPTH])))
        message += "\nCoroutine created at (most recent call last)\n" + entries.rstrip("\n")
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != _name:
        frame = frame.f_back
    if frame is None:
        warnings.warn_explicit(message, RuntimeWarning, "sys", 1, registry=_shown_at_exit, source=coroutine)
        return
    registry = frame.f_globals.setdefault("__warningregistry__", {})
    warnings.warn_explicit(
        message, RuntimeWarning, _name, frame.f_lineno,
        module="__main__", registry=registry, source=coroutine,
    )


def _leave_out_of_origins():
    """Where a task, a future, a handle or a coroutine was created, in debug mode."""
    constants.DEBUG_STACK_DEPTH = 1000
    walk = traceback.walk_stack

    def walk_own(frame):
        # One that is given none would find the frame of its caller.
        own = (entry for entry in walk(frame or sys._getframe(1)) if entry[0].f_code.co_filename == _name)
        return itertools.islice(own, ORIGIN_DEPTH)

    traceback.walk_stack = walk_own
    # The loop takes its own frames off the end: they are not there.
    traceback.StackSummary.__delitem__ = lambda self, index: None


def _leave_out_places_of_callbacks():
    """`cb=[f() at programa.py:3]`, but `cb=[TaskGroup._on_task_done()]`."""
    source_of = format_helpers._get_function_source

    def own_source_of(function):
        source = source_of(function)
        return source if source and source[0] == _name else None

    format_helpers._get_function_source = own_source_of
