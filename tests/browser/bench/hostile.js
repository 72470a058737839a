// How long the page stands still under programs that ask for too much.

import { hands, startWatch, told, withProgram } from './watch.js';

const coroutine = (body) =>
  `import asyncio\n\nasync def nada(n=0):\n    pass\n\nasync def main():\n    ${body.replaceAll('\n', '\n    ')}\n\nasyncio.run(main())\n`;

const again = (line, before = '') =>
  `${before}while True:\n    try:\n        ${line}\n    except (MemoryError, OverflowError, RecursionError, ValueError):\n        pass\n`;

const PROGRAMS = {
  'while True: pass': 'while True:\n    pass\n',
  'endless output': 'while True:\n    print("otra")\n',
  'long lines printed': 'while True:\n    print("x" * 100_000)\n',
  'endless recursion': again('f()', 'def f():\n    return f()\n\n'),
  'recursion through __repr__': again('repr(A())', 'class A:\n    def __repr__(self):\n        return repr(self) + "x"\n\n'),
  'a million tasks in a gather': coroutine('await asyncio.gather(*[nada(n) for n in range(10**6)])'),
  'a million tasks in a loop': coroutine('tareas = [asyncio.create_task(nada(n)) for n in range(10**6)]\nawait asyncio.sleep(0)'),
  'tasks that give way for ever': coroutine('async def cede(n):\n    while True:\n        await asyncio.sleep(0)\nawait asyncio.gather(*[cede(n) for n in range(500)])'),
  'tasks that print': coroutine('async def cuenta(n):\n    while True:\n        print("tarea", n, "x" * 200)\n        await asyncio.sleep(0)\nawait asyncio.gather(*[cuenta(n) for n in range(50)])'),
  'a deep chain of awaits': coroutine('async def baja(n):\n    await (baja(n - 1) if n else asyncio.sleep(0))\nwhile True:\n    await baja(300)'),
  'a cycle printed': again('repr(a)', 'a = {}\na["a"] = [a] * 1000\n'),
  'json of a structure that doubles': again('json.dumps(a)', 'import json\na = [1]\nfor _ in range(40):\n    a = [a, a]\n'),
  'a hash that goes deep': again('hash(a)', 'a = ()\nfor _ in range(100_000):\n    a = (a,)\n'),
  'a comparison that goes deep': again('a == b', 'a, b = [], []\nfor _ in range(100_000):\n    a, b = [a], [b]\n'),
  'sorting a million': again('sorted(a)', 'a = list(range(10**6, 0, -1))\n'),
  'sorting with a key': again('sorted(a, key=lambda n: -n)', 'a = list(range(10**5))\n'),
  'powers of ints': again('3 ** 10**6 % 7', ''),
  'factorials': again('math.factorial(20_000)', 'import math\n'),
  'an int as a text': again('str(10**4000 - 1)', ''),
  'texts replaced': again('s.replace("a", "bb")', 's = "a" * 10**6\n'),
  'texts searched': again('("a" * 5000 + "b") in s', 's = "a" * 10**5\n'),
  'joining a million': again('"".join(a)', 'a = ["x"] * 10**6\n'),
  'a long text turned round': again('s[::-1], s.expandtabs(), s.title(), ascii(s[:400_000])', 's = "a\\t" * 10**6\n'),
  'long bytes taken apart': again('b.split(), b.replace(b"a", b"c"), b[:10**6].hex()', 'b = b"a b " * 500_000\n'),
  'a template of many fields': again('("%d," * 8_000) % t, ("{}," * 8_000).format(*t)', 't = tuple(range(8_000))\n'),
  'a deep structure dropped': again('f(300_000)', 'def f(n):\n    a = None\n    for _ in range(n):\n        a = [a]\n\n'),
  'sets of a million': again('len(a | a)', 'a = set(range(10**6))\n'),
  'a table without end': again('llenar({})', 'def llenar(d):\n    n = 0\n    while True:\n        d[n] = n\n        n += 1\n\n'),
  'dicts of a million merged': again('len(a | a), len({**a})', 'a = dict.fromkeys(range(500_000))\n'),
  'sums of a million': again('sum(a), max(a), any(a)', 'a = [0] * 10**6\n'),
  'copies of a million': again('a[:], a[::-1], a + a', 'a = [0] * 10**6\n'),
  'lists of lists': again('[[0] * 1000 for _ in range(1000)]'),
  'a deep copy': again('copy.deepcopy(a)', 'import copy\na = [[n] for n in range(10**5)]\n'),
};

/** Milliseconds that each is watched. */
const WATCHED = 2_500;

/** While it runs and is reset. */
async function watched(page, concurrent) {
  const { press, reaches } = await hands(page, concurrent);
  await page.evaluate(startWatch);
  await press('Ejecutar');
  await page.waitForTimeout(WATCHED);
  await press('Reiniciar');
  await reaches('lista');
  return page.evaluate(() => window.stopWatch());
}

export const hostile = {
  /** `[{ what, ours }]`: for each program. */
  async measure(browser, url, programs = PROGRAMS) {
    const rows = [];
    for (const [name, program] of Object.entries(programs)) {
      const seen = await withProgram(browser, url, program, watched);
      rows.push({ what: `hostile: ${name}`, ours: told(seen) });
    }
    return rows;
  },
};
