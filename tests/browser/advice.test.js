// What the page says about a run that is over: why it failed, and what its log
// shows; and a program run as a notebook's cell.

import assert from 'node:assert/strict';
import { withThePage } from './helpers/browser.js';
import { run, write } from './helpers/run.js';

const pageTest = withThePage();

const told = (of, name) => of.region.getByRole('note', { name });

pageTest('a forgotten await is told, with the place in the lesson that settles it', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, 'import asyncio\n\nasync def hola():\n    print("hola")\n\nasync def main():\n    hola()\n\nasyncio.run(main())\n');
  await concurrent.button('Ejecutar').click();
  const note = told(concurrent, 'Consejo');
  assert.match(await note.innerText(), /^Línea 7\. .*`?hola`?.*await/s);
  const link = note.getByRole('link');
  const anchor = await link.getAttribute('href');
  assert.equal(await page.locator(anchor).count(), 1);
  await link.click();
  await page.waitForFunction((id) => {
    const { top, bottom } = document.querySelector(id).getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }, anchor);
  // A new start clears it away.
  await concurrent.button('Reiniciar').click();
  await note.waitFor({ state: 'detached' });
});

pageTest('the lesson runs without a word of advice', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await page.getByLabel('Velocidad').first().selectOption('10');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  assert.equal(await concurrent.region.getByRole('note').count(), 0);
});

pageTest('as a cell a program may await by itself, and asyncio.run fails as in Jupyter', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  const mode = concurrent.region.getByRole('combobox', { name: 'Se ejecuta como' });
  // By keyboard alone.
  await mode.focus();
  await page.keyboard.press('ArrowDown');
  const main = 'import asyncio\n\nasync def main():\n    print("hola")\n\n';
  await write(concurrent, `${main}asyncio.run(main())\n`);
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('fallida');
  const lines = await concurrent.lines();
  assert.ok(lines.some((line) => /RuntimeError: asyncio\.run\(\) cannot be called/.test(line)), lines.join('\n'));
  const note = told(concurrent, 'Qué pasó');
  assert.match(await note.innerText(), /await main\(\)/);
  assert.equal(await note.getByRole('link').getAttribute('href'), '#precision-cuaderno');

  await write(concurrent, `${main}await main()\n`);
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  assert.deepEqual(await concurrent.lines(), ['hola']);
  // In a file the same is an error at its line.
  await mode.selectOption('archivo');
  assert.ok(await concurrent.button('Ejecutar').isDisabled());
});
