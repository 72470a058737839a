"""What CPython 3.11 prints for the programs of tests/programs.

    python3.11 -I tests/reference/run.py FILE.py            runs one program
    python3.11 -I tests/reference/run.py --trace FILE.py..  `seconds task line` of each line reached
    python3.11 -I tests/reference/run.py --bless [FILE..]   writes NAME.expected beside each NAME.py
    python3.11 -I tests/reference/run.py --check [FILE..]   compares with the NAME.expected that stand there
    python3.11 -I tests/reference/run.py --batch FILE..     a JSON line per program: path, stdout, stderr, exit

Every program runs in a fork of this process, on a virtual clock, under the
name `programa.py`, and the interpreter ends as it always does.
"""

import argparse
import asyncio
import difflib
import gc
import json
import os
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import types

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import own_frames
import virtual_clock
import virtual_threads

PROGRAMS = HERE.parent / "programs"
FILE_NAME = "programa.py"
STUCK = 86
"""The exit status that says: it would wait for ever."""
PATIENCE = 60
"""Real seconds that a program may take before it is ended."""
LAYOUTS = 8
"""How many layouts of the memory a program must print the same in, to be kept."""


def main():
    parser = argparse.ArgumentParser()
    for option in ("--trace", "--bless", "--check", "--batch"):
        parser.add_argument(option, action="store_true")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    chosen = parser.parse_args()
    files = [path.resolve() for path in chosen.files] or sorted(PROGRAMS.rglob("*.py"))
    if chosen.bless:
        files = [path for path in files if not by_hand(path)]
        for path in files:
            printed = {as_expected(run(path, layout=layout)) for layout in range(LAYOUTS)}
            if len(printed) > 1:
                sys.exit(f"{path}: what it prints depends on where its objects lie in memory")
            path.with_suffix(".expected").write_text(printed.pop(), "utf-8")
            if path.with_suffix(".trace").exists():
                path.with_suffix(".trace").write_text(run(path, traced=True)["trace"], "utf-8")
    elif chosen.check:
        sys.exit(check([path for path in files if not by_hand(path)]))
    elif chosen.batch:
        for path in files:
            print(json.dumps({"path": str(path), **run(path)}), flush=True)
    elif chosen.trace:
        for path in files:
            sys.stdout.write(run(path, traced=True)["trace"])
    else:
        result = run(files[0])
        sys.stdout.write(result["stdout"])
        sys.stderr.write(result["stderr"])
        sys.exit(0 if result["exit"] == "0" else 1)


def by_hand(path):
    """Programs that try the engine's own limits: CPython has none such."""
    return path.parent.name == "limits"


def as_expected(result):
    """The text of a `.expected` file: sections, each under a line `=== name`."""
    text = f"=== exit {result['exit']}\n"
    for name in ("stdout", "stderr", "at exit"):
        written = result.get(name, "")
        assert not any(line.startswith("=== ") for line in written.splitlines()), "ambiguous"
        if written:
            text += f"=== {name}\n{written}"
            if not written.endswith("\n"):
                text += "\n=== no newline\n"
    return text


def check(files):
    """Says which committed texts are not what CPython prints; 1 if any."""
    wrong = 0
    for path in files:
        kinds = [(".expected", lambda: as_expected(run(path)))]
        if path.with_suffix(".trace").exists():
            kinds.append((".trace", lambda: run(path, traced=True)["trace"]))
        for suffix, produce in kinds:
            committed = path.with_suffix(suffix)
            before = committed.read_bytes().decode("utf-8") if committed.exists() else ""
            after = produce()
            if before != after:
                wrong = 1
                name = str(committed.relative_to(PROGRAMS))
                lines = (before.splitlines(True), after.splitlines(True))
                sys.stdout.writelines(difflib.unified_diff(*lines, name, "CPython " + sys.version.split()[0]))
    return wrong


def run(path, traced=False, layout=0):
    """Runs one program; a dict of stdout, stderr, exit ("0", "1", "stuck"), trace.

    A `layout` other than 0 has its objects lie elsewhere in memory: what goes
    by address, as the order of a set of tasks does, comes out otherwise.

    `told` says how many bytes of stderr there were when the program was over
    and the interpreter was not.
    """
    folder = pathlib.Path(tempfile.mkdtemp())
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        held = scatter(layout)
        sys.exit(play(path, folder, traced))  # up through main: the interpreter ends as always
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    ends = {0: "0", 1: "1", STUCK: "stuck", -signal.SIGALRM: "endless"}
    told = folder / "told"
    result = {"exit": ends.get(code, str(code)), "told": int(told.read_text()) if told.exists() else None}
    for name in ("stdout", "stderr", "trace"):
        file = folder / name
        result[name] = file.read_bytes().decode("utf-8") if file.exists() else ""
    shutil.rmtree(folder)
    return result


def play(path, folder, traced):
    """In the fork: runs the program and gives the status to exit with."""
    signal.alarm(PATIENCE)
    gc.collect()  # when it collects next must not hang on what ran before
    shutil.copy(path, os.path.join(folder, FILE_NAME))
    os.chdir(folder)
    for name, descriptor in (("stdout", 1), ("stderr", 2)):
        opened = os.open(name, os.O_CREAT | os.O_WRONLY, 0o600)
        os.dup2(opened, descriptor)
        os.close(opened)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stderr.reconfigure(encoding="utf-8", newline="\n")
    trace = Trace()
    virtual_clock.install(on_stuck=lambda: leave_stuck(trace))
    own_frames.install(FILE_NAME)
    program = types.ModuleType("__main__")
    program.__file__ = FILE_NAME
    program.__builtins__ = __builtins__
    sys.modules["__main__"] = program
    # The depth of the frames here must not count as the program's.
    sys.setrecursionlimit(1000 + depth() + 1)
    try:
        code = compile(pathlib.Path(FILE_NAME).read_text("utf-8"), FILE_NAME, "exec", dont_inherit=True)
        if traced:
            sys.settrace(trace.enter)
        exec(code, program.__dict__)
        sys.settrace(None)
        virtual_threads.finish()
    except SystemExit:
        raise
    except BaseException as error:
        sys.settrace(None)
        sys.stdout.flush()
        own_frames.show(error)
        virtual_threads.finish()
        return 1
    finally:
        sys.settrace(None)
        trace.write()
        sys.stderr.flush()
        pathlib.Path("told").write_text(str(os.fstat(2).st_size))
    return 0


def scatter(layout):
    """Leaves holes of every size in the memory, other ones for each layout; what holds them."""
    chance = random.Random(layout)
    held = []
    for size in range(0, 480, 16) if layout else ():
        filled = [bytes(size) for _ in range(chance.randrange(800))]
        held += [block for block in filled if chance.random() < 0.5]
    objects = [[] for _ in range(chance.randrange(2000))] if layout else []
    return held, [block for block in objects if chance.random() < 0.5]


def leave_stuck(trace):
    """Ends the process at once: nothing of the program is unwound."""
    trace.write()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(STUCK)


def depth():
    frame, count = sys._getframe(1), 0
    while frame:
        frame, count = frame.f_back, count + 1
    return count


class Trace:
    """`seconds task line` of the program's lines; `-` where no task runs.

    Of a line reached several times in a row by one task, the first alone.
    """

    def __init__(self):
        self.lines = []
        self.latest = {}

    def enter(self, frame, event, argument):
        return self.reach if frame.f_code.co_filename == FILE_NAME else None

    def reach(self, frame, event, argument):
        if event == "line":
            task = self.task()
            if self.latest.get(task) != frame.f_lineno:
                self.latest[task] = frame.f_lineno
                self.lines.append(f"{virtual_clock.now:.6f} {task} {frame.f_lineno}\n")
        return self.reach

    def task(self):
        try:
            task = asyncio.current_task()
        except RuntimeError:
            return "-"
        return "-" if task is None else task.get_name()

    def write(self):
        pathlib.Path("trace").write_text("".join(self.lines), "utf-8")


if __name__ == "__main__":
    main()
