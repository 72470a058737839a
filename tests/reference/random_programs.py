"""Random asyncio programs, to compare our engine with CPython.

    python3.11 -I tests/reference/random_programs.py FOLDER SEED COUNT [--basic]

writes COUNT programs and what CPython prints for each (`.expected`) into
FOLDER. The same seed gives the same programs. `--basic` keeps to gather,
tasks, sleeps, cancellation and exceptions.

They keep clear of what CPython itself leaves open: no set decides an order
(the main task outlives all others, so none is left for `asyncio.run` to cancel),
and the collector of circles, whose moments follow from how many objects were
made, runs only when the interpreter ends. What it finds then it finds in an
order that follows from the same counts: it stands in a section of its own,
`=== at exit`.
"""

import gc
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from run import as_expected, run

DELAYS = ("0", "0", "0.1", "0.1", "0.2", "0.25", "0.5", "1")

PRELUDE = '''\
import asyncio
import time

tareas = []


def decir(*cosas):
    print(f"{time.perf_counter():.3f}", asyncio.current_task().get_name(), *cosas)


def lanzar(corrutina):
    tareas.append(asyncio.create_task(corrutina))
    return tareas[-1]

'''

EPILOGUE = '''

async def main():
    global cerrojo, semaforo, evento, cola, condicion, barrera
    cerrojo, semaforo = asyncio.Lock(), asyncio.Semaphore(2)
    evento, cola = asyncio.Event(), asyncio.{queue}(maxsize=2)
    condicion, barrera = asyncio.Condition(), asyncio.Barrier(2)
    try:
        decir("resultado", await w0(0))
    except (Exception, asyncio.CancelledError) as e:
        decir("fallo", repr(e))
    for t in tareas:
        if not t.done() and {cancel}:
            t.cancel()
        try:
            decir("queda", t.get_name(), await t)
        except (Exception, asyncio.CancelledError) as e:
            decir("queda", t.get_name(), repr(e))
    await asyncio.sleep(1000)


asyncio.run(main())
'''


class Writer:
    """Writes one program: `w0` may call `w1` ..., so calls end."""

    def __init__(self, seed, basic):
        self.random = random.Random(seed)
        self.basic = basic
        self.count = self.random.randint(2, 5)
        self.mark = 0

    def program(self):
        bodies = "".join(self.function(i) for i in range(self.count))
        cancel = self.random.choice(("True", "False", "len(t.get_name()) % 2"))
        epilogue = EPILOGUE.replace("{cancel}", cancel)
        queue = self.random.choice(("Queue", "Queue", "LifoQueue", "PriorityQueue"))
        epilogue = epilogue.replace("{queue}", queue)
        if self.basic:
            epilogue = "".join(
                line for line in epilogue.splitlines(True)
                if not any(name in line for name in ("cerrojo", "evento", "condicion"))
            )
        return PRELUDE + bodies + epilogue

    def function(self, i):
        body = self.block(i, 1, self.random.randint(2, 5))
        if i == 0:  # so that every program has tasks at once
            start = (self.write_task, self.write_task, self.write_gather)
            body = "".join(f(i, "    ", 1) for f in start) + body + self.write_gather(i, "    ", 1)
        return f"\nasync def w{i}(n):\n    mias = []\n{body}    return ({i}, n)\n\n"

    def block(self, i, depth, size):
        return "".join(self.statement(i, depth) for _ in range(size))

    def statement(self, i, depth):
        kinds = ["say", "say", "sleep", "sleep", "sleep", "block"]
        if i + 1 < self.count:
            kinds += ["call", "call", "task", "task", "gather", "gather"]
        kinds += ["await_task", "cancel_task", "ready"]
        if depth < 3:
            kinds += ["try", "try", "finally", "loop", "raise_if"]
        if not self.basic:
            kinds += ["lock", "semaphore", "put", "get", "set", "wait_event"]
            kinds += ["notify", "condition", "barrier", "thread", "callback", "later", "future", "stream"]
            if i + 1 < self.count:
                kinds += ["wait_for", "timeout", "wait", "group", "shield"]
                kinds += ["as_completed", "nested_gather", "cancel_soon", "timeout_at", "uncancel"]
        return getattr(self, "write_" + self.random.choice(kinds))(i, "    " * depth, depth)

    def next_mark(self):
        self.mark += 1
        return self.mark

    def delay(self):
        return self.random.choice(DELAYS)

    def callee(self, i):
        return f"w{self.random.randint(i + 1, self.count - 1)}({self.next_mark()})"

    def write_say(self, i, pad, depth):
        return f"{pad}decir('w{i}', n, 'paso {self.next_mark()}')\n"

    def write_sleep(self, i, pad, depth):
        return f"{pad}await asyncio.sleep({self.delay()})\n"

    def write_block(self, i, pad, depth):
        return f"{pad}time.sleep({self.delay()})\n"

    def write_call(self, i, pad, depth):
        return f"{pad}decir('recibe', await {self.callee(i)})\n"

    def write_task(self, i, pad, depth):
        return f"{pad}mias.append(lanzar({self.callee(i)}))\n"

    def write_gather(self, i, pad, depth):
        calls = ", ".join(self.callee(i) for _ in range(self.random.randint(1, 3)))
        keep = self.random.choice(("", ", return_exceptions=True"))
        return f"{pad}decir('juntas', await asyncio.gather({calls}{keep}))\n"

    def write_await_task(self, i, pad, depth):
        return f"{pad}if mias:\n{pad}    decir('espera', await mias[-1])\n"

    def write_cancel_task(self, i, pad, depth):
        where = self.random.choice(("mias", "tareas"))
        which = self.random.choice(("0", "-1"))
        own = "" if where == "mias" else " and tareas[%s] is not asyncio.current_task()" % which
        return f"{pad}if {where}{own}:\n{pad}    decir('cancela', {where}[{which}].cancel())\n"

    def write_ready(self, i, pad, depth):
        return f"{pad}decir('hechas', [t.done() for t in mias])\n"

    def write_try(self, i, pad, depth):
        caught = self.random.choice(("ValueError", "Exception", "asyncio.CancelledError", "(KeyError, ValueError)"))
        body = self.block(i, depth + 1, self.random.randint(1, 3))
        handler = f"{pad}    decir('captura', repr(e))\n" + self.block(i, depth + 1, self.random.randint(0, 1))
        handler += self.random.choice(("", "", f"{pad}    raise\n"))
        return f"{pad}try:\n{body}{pad}except {caught} as e:\n{handler}"

    def write_finally(self, i, pad, depth):
        body = self.block(i, depth + 1, self.random.randint(1, 3))
        last = self.block(i, depth + 1, 1)
        return f"{pad}try:\n{body}{pad}finally:\n{pad}    decir('finally {self.next_mark()}')\n{last}"

    def write_loop(self, i, pad, depth):
        return f"{pad}for _ in range({self.random.randint(2, 3)}):\n{self.block(i, depth + 1, 1)}"

    def write_raise_if(self, i, pad, depth):
        what = self.random.choice(("ValueError", "KeyError"))
        return f"{pad}if n % {self.random.randint(2, 4)} == 0:\n{pad}    raise {what}('w{i}', n)\n"

    def write_lock(self, i, pad, depth):
        return f"{pad}async with cerrojo:\n{pad}    decir('cerrojo')\n{pad}    await asyncio.sleep({self.delay()})\n"

    def write_semaphore(self, i, pad, depth):
        return f"{pad}async with semaforo:\n{pad}    decir('semaforo')\n{pad}    await asyncio.sleep({self.delay()})\n"

    def write_put(self, i, pad, depth):
        return f"{pad}await asyncio.wait_for(cola.put({self.next_mark()}), 1.3)\n"

    def write_get(self, i, pad, depth):
        return f"{pad}decir('saca', await asyncio.wait_for(cola.get(), 0.7))\n"

    def write_set(self, i, pad, depth):
        return f"{pad}evento.set()\n" + self.random.choice(("", f"{pad}evento.clear()\n"))

    def write_wait_event(self, i, pad, depth):
        return f"{pad}decir('evento', await asyncio.wait_for(evento.wait(), 0.6))\n"

    def write_wait_for(self, i, pad, depth):
        return f"{pad}decir('a tiempo', await asyncio.wait_for({self.callee(i)}, {self.delay()}))\n"

    def write_timeout(self, i, pad, depth):
        return f"{pad}async with asyncio.timeout({self.delay()}):\n{pad}    decir('dentro', await {self.callee(i)})\n"

    def write_wait(self, i, pad, depth):
        when = self.random.choice(("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"))
        return (
            f"{pad}mias.append(lanzar({self.callee(i)}))\n"
            f"{pad}h, q = await asyncio.wait(mias, timeout={self.delay()}, return_when=asyncio.{when})\n"
            f"{pad}decir('wait', sorted(t.get_name() for t in h), sorted(t.get_name() for t in q))\n"
        )

    def write_group(self, i, pad, depth):
        return f"{pad}async with asyncio.TaskGroup() as g:\n{pad}    g.create_task({self.callee(i)})\n{pad}    await asyncio.sleep({self.delay()})\n"

    def write_shield(self, i, pad, depth):
        return f"{pad}mias.append(lanzar({self.callee(i)}))\n{pad}decir('escudo', await asyncio.shield(mias[-1]))\n"

    def write_notify(self, i, pad, depth):
        which = self.random.choice(("notify()", "notify_all()"))
        return f"{pad}async with condicion:\n{pad}    condicion.{which}\n"

    def write_condition(self, i, pad, depth):
        return f"{pad}async with condicion:\n{pad}    decir('condicion', await asyncio.wait_for(condicion.wait(), {self.delay()}))\n"

    def write_barrier(self, i, pad, depth):
        return (
            f"{pad}try:\n{pad}    async with asyncio.timeout(0.4):\n{pad}        decir('barrera', await barrera.wait())\n"
            f"{pad}except (TimeoutError, asyncio.BrokenBarrierError) as e:\n{pad}    decir('barrera', repr(e), barrera.broken)\n"
            f"{pad}    await barrera.reset()\n"
        )

    def write_thread(self, i, pad, depth):
        return f"{pad}decir('hilo', await asyncio.to_thread(time.sleep, {self.delay()}))\n"

    def write_callback(self, i, pad, depth):
        mark = self.next_mark()
        return f"{pad}if mias:\n{pad}    mias[-1].add_done_callback(lambda t: print('avisa {mark}', t.get_name(), t.cancelled()))\n"

    def write_later(self, i, pad, depth):
        mark = self.next_mark()
        return f"{pad}asyncio.get_running_loop().call_later({self.delay()}, print, 'luego {mark}')\n"

    def write_future(self, i, pad, depth):
        end = self.random.choice((f"set_result, {self.next_mark()}", "set_exception, KeyError('f')", "cancel"))
        return (
            f"{pad}futuro = asyncio.get_running_loop().create_future()\n"
            f"{pad}asyncio.get_running_loop().call_later({self.delay()}, futuro.{end})\n"
            f"{pad}try:\n{pad}    decir('futuro', await asyncio.shield(futuro))\n"
            f"{pad}except (KeyError, asyncio.CancelledError) as e:\n{pad}    decir('futuro', repr(e))\n"
        )

    def write_stream(self, i, pad, depth):
        mark = self.next_mark()
        return (
            f"{pad}async def flujo():\n{pad}    try:\n{pad}        for x in range(3):\n"
            f"{pad}            await asyncio.sleep({self.delay()})\n{pad}            yield x\n"
            f"{pad}    finally:\n{pad}        decir('cierra {mark}')\n"
            f"{pad}async for x in flujo():\n{pad}    decir('flujo', x)\n"
        )

    def write_as_completed(self, i, pad, depth):
        return (
            f"{pad}mias.append(lanzar({self.callee(i)}))\n{pad}for f in asyncio.as_completed([mias[-1], mias[0]], timeout={self.delay()}):\n"
            f"{pad}    try:\n{pad}        decir('llega', await f)\n{pad}    except Exception as e:\n{pad}        decir('llega', repr(e))\n"
        )

    def write_nested_gather(self, i, pad, depth):
        one = f"asyncio.gather({self.callee(i)}, {self.callee(i)}, return_exceptions=True)"
        other = f"asyncio.gather({self.callee(i)}, asyncio.gather({self.callee(i)}))"
        return f"{pad}decir('anidadas', await asyncio.gather({one}, {other}))\n"

    def write_cancel_soon(self, i, pad, depth):
        return (
            f"{pad}mias.append(lanzar({self.callee(i)}))\n"
            f"{pad}asyncio.get_running_loop().call_later({self.delay()}, mias[-1].cancel, 'm{self.next_mark()}')\n"
        )

    def write_timeout_at(self, i, pad, depth):
        mark = self.next_mark()
        return (
            f"{pad}try:\n{pad}    async with asyncio.timeout_at(asyncio.get_running_loop().time() + {self.delay()}) as plazo:\n"
            f"{pad}        async with asyncio.timeout({self.delay()}):\n{pad}            decir('plazos', await {self.callee(i)})\n"
            f"{pad}except TimeoutError:\n{pad}    decir('vence {mark}', plazo.expired())\n"
        )

    def write_uncancel(self, i, pad, depth):
        return (
            f"{pad}try:\n{pad}    decir('terca', await {self.callee(i)})\n"
            f"{pad}except asyncio.CancelledError:\n{pad}    decir('terca', asyncio.current_task().cancelling())\n"
            f"{pad}    asyncio.current_task().uncancel()\n{pad}    await asyncio.sleep({self.delay()})\n"
        )


def main():
    folder, seed, count = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    basic = "--basic" in sys.argv
    gc.set_threshold(0)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(seed, seed + count):
        path = folder / f"{number:06}.py"
        path.write_text(Writer(number, basic).program(), "utf-8")
        result = run(path)
        whole, told = result["stderr"].encode(), result["told"]
        result["stderr"], result["at exit"] = whole[:told].decode(), whole[told:].decode() if told is not None else ""
        path.with_suffix(".expected").write_text(as_expected(result), "utf-8")


if __name__ == "__main__":
    main()
