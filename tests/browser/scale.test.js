// A thousand tasks: a grid with counts, a density over time, and a scrubber.

import assert from 'node:assert/strict';
import { withThePage } from './helpers/browser.js';
import { run, write } from './helpers/run.js';

const pageTest = withThePage();

const TASKS = 1000;

const PROGRAM = `import asyncio

async def tarea(n):
    await asyncio.sleep(1 + n % 50 / 10)

async def main():
    await asyncio.gather(*[tarea(n) for n in range(${TASKS})])

asyncio.run(main())
`;

/** How many coroutines do what, by `data-estado`. */
const counts = (of) =>
  of.region.locator('[data-cuantas]').evaluateAll((items) =>
    Object.fromEntries(items.map((item) => [item.dataset.estado, Number(item.dataset.cuantas)])),
  );

pageTest('a thousand tasks fold into a grid, and time goes back', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, PROGRAM);
  await page.getByLabel('Reloj común').uncheck();
  await page.getByLabel('Velocidad').first().selectOption('×10');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  assert.deepEqual(await counts(concurrent), { terminada: TASKS });
  await concurrent.region.getByRole('img', { name: `${TASKS} corrutinas` }).waitFor();
  await concurrent.region.getByRole('img', { name: `como mucho ${TASKS} a la vez` }).waitFor();

  const scrubber = concurrent.region.getByRole('slider', { name: 'Momento que se muestra' });
  const at = async (milliseconds) => {
    await scrubber.fill(String(milliseconds));
    await concurrent.region.locator('[data-estado="esperando"][data-cuantas]').waitFor();
    const found = await counts(concurrent);
    const sum = Object.values(found).reduce((total, count) => total + count, 0);
    assert.equal(sum, TASKS, JSON.stringify(found));
    return found.terminada ?? 0;
  };
  // At ten times the speed a browser a little late is late by much, so the
  // figures are bounds: at 4.05 s those due by 4.0 s at most are over.
  const later = await at(4050);
  const earlier = await at(3050);
  assert.ok(later <= 620 && earlier <= 420, `${earlier}, ${later}`);
  assert.ok(0 < earlier && earlier < later, `${earlier}, ${later}`);
});
