// A thousand tasks: a grid with counts, a density over time, and a scrubber.

import assert from 'node:assert/strict';
import { withThePage } from './helpers/browser.js';
import { run, write } from './helpers/run.js';

const pageTest = withThePage();

const TASKS = 1000;

const PROGRAM = `import asyncio

async def tarea(n):
    await asyncio.sleep(1 + n % 50 / 10)
    if n == 700:
        print('listo')

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
  // Whoever prints is told by key and colour, also without a card.
  assert.deepEqual(await concurrent.region.getByRole('log').locator('[data-de]').allTextContents(), ['listo']);
  assert.match(await concurrent.region.locator('.console-line[data-quien="700"]').getAttribute('class'), /task-\d/);
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
  // At ten times the speed a browser a little late is late by much: no task is
  // over before its delay, and how long after it is not known.
  const end = Number(await scrubber.getAttribute('max'));
  const due = (milliseconds) => 20 * Math.max(0, Math.floor((milliseconds - 1000) / 100) + 1);
  const moments = [0.7, 0.5].map((share) => Math.round(share * end));
  const [later, earlier] = [await at(moments[0]), await at(moments[1])];
  assert.ok(later <= due(moments[0]) && earlier <= due(moments[1]), `${earlier}, ${later} of ${end}`);
  assert.ok(0 < earlier && earlier < later && later < TASKS, `${earlier}, ${later} of ${end}`);
});

pageTest('a task pointed at is lit wherever it stands, and no other of its colour', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  const program = PROGRAM.replace(String(TASKS), '12').replace('n == 700', 'n % 8 == 2');
  await write(concurrent, program);
  await concurrent.button('Listo').click();
  await page.getByLabel('Velocidad').first().selectOption('×10');
  await concurrent.button('Bucle de eventos').click();
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  const lit = () =>
    concurrent.region.locator('.card, .lane, .console-line').evaluateAll((items) => {
      const isLit = (item) => getComputedStyle(item).backgroundColor !== 'rgba(0, 0, 0, 0)';
      return items.filter(isLit).map((item) => item.dataset.quien);
    });
  // The eleventh has the third one's colour.
  const [third, eleventh] = [concurrent.card('2'), concurrent.card('10')];
  assert.equal(await third.evaluate((card) => card.classList[2]), await eleventh.evaluate((card) => card.classList[2]));
  await third.hover();
  assert.deepEqual(await lit(), ['2', '2', '2']);
  await page.getByRole('heading', { level: 1 }).hover();
  assert.deepEqual(await lit(), []);
  await eleventh.getByRole('button').focus();
  assert.deepEqual(await lit(), ['10', '10', '10']);
  const mark = concurrent.region.locator('.chip[data-quien="10"]');
  assert.notEqual(await mark.evaluate((chip) => getComputedStyle(chip).boxShadow), 'none');
});
