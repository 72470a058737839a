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

/** How many coroutines do what, by \`data-estado\`. */
const counts = (of) =>
  of.region.locator('[data-cuantas]').evaluateAll((items) =>
    Object.fromEntries(items.map((item) => [item.dataset.estado, Number(item.dataset.cuantas)])),
  );

pageTest('a thousand tasks fold into a grid, and time goes back', async (page) => {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, PROGRAM);
  await page.getByLabel('Reloj común').uncheck();
  await page.getByLabel('Velocidad').selectOption('10');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  assert.deepEqual(await counts(concurrent), { terminada: TASKS });
  await concurrent.region.getByRole('img', { name: `${TASKS} corrutinas` }).waitFor();
  await concurrent.region.getByRole('img', { name: `como mucho ${TASKS} a la vez` }).waitFor();

  const scrubber = concurrent.region.getByRole('slider', { name: 'Momento que se muestra' });
  await scrubber.fill('3050');
  await concurrent.region.locator('[data-estado="esperando"][data-cuantas]').waitFor();
  // Those of 1.0 to 3.0 seconds are over, those of 3.1 to 5.9 still wait.
  assert.deepEqual(await counts(concurrent), { esperando: 580, terminada: 420 });
});
