// Programs that never end, or ask for too much: the page stays alive, and
// within bounds.

import assert from 'node:assert/strict';
import { withThePage } from './helpers/browser.js';
import { run, startBoth, write } from './helpers/run.js';

const pageTest = withThePage();

/** Milliseconds within which a button must work. */
const RESPONSIVE = 200;

const coroutine = (body) => `import asyncio\n\nasync def nada():\n    pass\n\nasync def main():\n${body}\n\nasyncio.run(main())\n`;

const PROGRAMS = {
  'an endless loop': 'while True:\n    pass\n',
  'an endless loop that prints': 'while True:\n    print("otra")\n',
  'a line that never ends': 'while True:\n    print("otra", end=" ")\n',
  'a loop that gives way for ever': coroutine('    while True:\n        await asyncio.sleep(0)'),
  'two that give way for ever': coroutine(
    '    async def turno(yo):\n        while True:\n            await asyncio.sleep(0)\n    await asyncio.gather(turno(1), turno(2))',
  ),
  'endless recursion': 'def f(n):\n    return f(n + 1)\n\nwhile True:\n    try:\n        f(0)\n    except RecursionError:\n        pass\n',
  'endless tasks': coroutine('    while True:\n        asyncio.create_task(nada())'),
  'endless tasks that run': coroutine('    while True:\n        asyncio.create_task(nada())\n        await asyncio.sleep(0)'),
  'a list without end': 'todo = []\nwhile True:\n    todo.append(todo[:])\n',
  'a text too large': 'while True:\n    try:\n        "x" * 10**10\n    except MemoryError:\n        pass\n',
  'a wait for nothing': 'import time\nwhile True:\n    time.sleep(0)\n',
};

/** Notes how long after the hand moved the run is back at its start. */
function noteTheAnswer() {
  const region = document.querySelector('[data-ejecucion="concurrente"]');
  // An event's own time is when the hand moved, not when the page got to it.
  region.addEventListener('click', (event) => (window.pressed = event.timeStamp), true);
  new MutationObserver(() => {
    if (region.dataset.estado === 'lista') window.answered ??= performance.now();
  }).observe(region, { attributes: true });
}

for (const [name, program] of Object.entries(PROGRAMS)) {
  for (const [when, time] of [
    ['soon', 700],
    ['late', 4000],
  ]) {
    pageTest(`${name}, reset ${when}: it works at once and leaves nothing`, {}, async (page) => {
      const concurrent = run(page, 'concurrent');
      await write(concurrent, program);
      await concurrent.button('Ejecutar').click();
      await page.waitForTimeout(time);
      assert.ok(['corriendo', 'fallida'].includes(await concurrent.state()), await concurrent.state());
      await page.evaluate(noteTheAnswer);
      await concurrent.button('Reiniciar').click();
      await concurrent.reaches('lista');
      const took = await page.evaluate(() => window.answered - window.pressed);
      assert.ok(took >= 0 && took <= RESPONSIVE, `${took} ms`);
      assert.deepEqual(await concurrent.lines(), []);
      assert.equal(await concurrent.region.locator('[data-tarea]').count(), 0);
    });
  }
}

pageTest('what prints without end is stopped, and the console says how much is above', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, 'linea = 0\nwhile True:\n    linea += 1\n    print(linea)\n');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('fallida');
  await concurrent.region.getByText('Detuve el programa').waitFor();
  const lines = await concurrent.lines();
  assert.equal(lines.length, 200);
  const above = Number(lines[0]) - 1;
  assert.ok(above > 10_000, `${above} lines above`);
  await concurrent.region.getByText(`Arriba hay ${above} líneas más`).waitFor();
});

pageTest('a memory bomb fails at once, with a sentence', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, 'print("antes")\ntexto = "x" * 10**10\n');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('fallida');
  assert.equal((await concurrent.lines())[0], 'antes');
  await concurrent.region.getByText(/Línea 2\./).waitFor();
});

pageTest('while one run hangs on, the other is true to its time', {}, async (page) => {
  const sequential = run(page, 'sequential');
  await write(run(page, 'concurrent'), 'while True:\n    pass\n');
  await startBoth(page);
  await sequential.reaches('terminada');
  const took = await sequential.clock();
  assert.ok(took >= 5 && took <= 5.25, `${took} s, not 5`);
});
