# Dónde está una tarea: get_stack, print_stack y los marcos de corrutinas y generadores.
import asyncio, sys

async def inner():
    await asyncio.sleep(1)

async def worker():
    await inner()

async def fails():
    raise ValueError("no")

async def main():
    t = asyncio.create_task(worker(), name="w")
    t.print_stack(file=sys.stdout)
    print([(f.f_lineno, f.f_code.co_name) for f in t.get_stack()])
    await asyncio.sleep(0.1)
    t.print_stack(file=sys.stdout)
    print([(f.f_lineno, f.f_code.co_name) for f in t.get_stack()])
    e = asyncio.create_task(fails(), name="e")
    await asyncio.wait([e])
    e.print_stack(file=sys.stdout)
    print([(f.f_lineno, f.f_code.co_name) for f in e.get_stack()])
    print([f.f_code.co_name for f in asyncio.current_task().get_stack(limit=1)])
    await t
    t.print_stack(file=sys.stdout)
    print(t.get_stack())
    print(t.get_coro().cr_frame, t.get_coro().cr_running)

asyncio.run(main())


def gen():
    x = 1
    yield x
    yield x + 1


async def limits():
    async def deep():
        1 / 0

    async def outer():
        await deep()

    t = asyncio.create_task(outer())
    await asyncio.wait([t])
    for n in (None, 0, -1, 1, 2, 5):
        print(n, [(f.f_code.co_name, f.f_lineno) for f in t.get_stack(limit=n)])
    t.print_stack(limit=1, file=sys.stdout)
    t.exception()
    c = asyncio.create_task(worker())
    await asyncio.sleep(0)
    c.cancel()
    await asyncio.wait([c])
    c.print_stack(file=sys.stdout)
    try:
        t.get_stack(1)
    except TypeError as e:
        print(type(e).__name__)

g = gen()
print(g.gi_frame.f_lineno, type(g.gi_frame).__name__, g.gi_frame.f_back, g.gi_frame.f_code.co_name)
next(g)
print(g.gi_frame.f_lineno, next(g), g.gi_frame.f_lineno, list(g), g.gi_frame)
asyncio.run(limits())
