// The reader changes the program: by hand, by the fields beside it, while it
// runs, and for the worse.

import assert from 'node:assert/strict';
import { withThePage } from './helpers/browser.js';
import { both, run, startBoth, write } from './helpers/run.js';

const pageTest = withThePage();


const setSpeed = (page, factor) => page.getByLabel('Velocidad').first().selectOption(String(factor));

/** Lets the page live for a while: what must *not* happen in it cannot be waited for. */
const letPass = (page, milliseconds) =>
  page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), milliseconds);

pageTest('a program written by the reader is the one that runs', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, 'import asyncio\n\nasync def hola():\n    print("¡Hola, 🌍!")\n\nasyncio.run(hola())\n');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  assert.deepEqual(await concurrent.lines(), ['¡Hola, 🌍!']);
});

pageTest('an error shows at its line, in Spanish, and the last good program is not lost', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, 'print("uno")\nprint("dos"\n');
  const told = concurrent.region.getByRole('status').filter({ hasText: 'Línea' });
  await told.first().waitFor();
  assert.doesNotMatch(await told.first().innerText(), /expected|unexpected|syntax/i);
  assert.ok(await concurrent.button('Ejecutar').isDisabled());
  await concurrent.button('Volver al último que funcionaba').click();
  await concurrent.button('Ejecutar').click();
  await concurrent.prints(2);
});

pageTest('a program that dies says why, as Python does and in Spanish', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, 'total = 0\nprint(10 / total)\n');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('fallida');
  const lines = await concurrent.lines();
  assert.equal(lines[0], 'Traceback (most recent call last):');
  assert.ok(lines.some((line) => /line 2, in <module>/.test(line)), lines.join('\n'));
  assert.ok(lines.includes('ZeroDivisionError: division by zero'), lines.join('\n'));
  assert.match(await concurrent.region.innerText(), /Línea 2\..*\b(dividir|división|divide|cero)/is);
});

pageTest('a delay changed by its field changes the code of both runs, and their time', {}, async (page) => {
  const [sequential, concurrent] = both(page);
  const field = page.getByLabel('Espera de A, en segundos');
  await field.fill('1');
  await field.press('Enter');
  for (const of of [sequential, concurrent]) {
    await of.region.getByText('procesar_data("A", 1)').first().waitFor();
  }
  await startBoth(page);
  await sequential.reaches('terminada');
  const total = (lines) => Number(/ ([\d.]+) segundos\.$/.exec(lines.find((line) => line.startsWith('Tiempo')))[1]);
  const [slow, fast] = [total(await sequential.lines()), total(await concurrent.lines())];
  assert.ok(slow >= 4 && slow <= 4.25 && fast >= 3 && fast <= 3.25, `${slow} and ${fast}`);
});

pageTest('one task more is one card more', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await page.getByRole('button', { name: 'Una tarea más' }).click();
  await setSpeed(page, 10);
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  assert.equal(await concurrent.region.locator('[data-tarea]').count(), 3);
});

pageTest('a change while it runs takes the run back to its start, with nothing left alive', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await startBoth(page);
  await concurrent.cardReaches('B', 'esperando');
  const field = page.getByLabel('Espera de B, en segundos');
  await field.fill('1');
  await field.press('Enter');
  await concurrent.reaches('lista');
  assert.deepEqual(await concurrent.lines(), []);
  await letPass(page, 3200);
  assert.deepEqual(await concurrent.lines(), []);
  assert.equal(await concurrent.state(), 'lista');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  assert.equal((await concurrent.lines()).length, 8);
});

pageTest('ten times the speed is ten times sooner, by the same program time', {}, async (page) => {
  const [sequential] = both(page);
  await setSpeed(page, 10);
  const start = Date.now();
  await startBoth(page);
  await sequential.reaches('terminada');
  assert.ok(Date.now() - start < 2000);
  assert.match((await sequential.lines()).at(-1), /^Tiempo total síncrono: 5\.\d\d segundos\.$/);
});

pageTest('the seed as a whole runs both, one after the other', {}, async (page) => {
  const region = page.getByRole('region', { name: 'Ejecución del archivo completo' });
  await setSpeed(page, 10);
  await region.getByRole('button', { name: 'Ejecutar', exact: true }).click();
  await region.locator('xpath=self::*[@data-estado="terminada"]').waitFor();
  const lines = await region.locator('[data-linea]').allTextContents();
  assert.equal(lines[0], '--- EJECUCIÓN SÍNCRONA ---');
  assert.equal(lines[6], '');
  assert.equal(lines[7], '--- EJECUCIÓN ASÍNCRONA ---');
  assert.equal(lines.at(-1), "Resultados de las tareas: ['AAAAAAAAAA', 'BBBBBBBBBB']");
});

pageTest('what a program died of goes with its text', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, 'total = 0\nprint(10 / total)\n');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('fallida');
  await concurrent.region.getByText('Línea 2.').waitFor();
  await write(concurrent, 'total = 1\nprint(10 / total)\n');
  await concurrent.reaches('lista');
  assert.equal(await concurrent.region.getByText('Línea 2.').count(), 0);
});

pageTest('the editor opened in the middle of a run holds it, and going on closes the editor', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await concurrent.button('Ejecutar').click();
  await concurrent.cardReaches('B', 'esperando');
  await concurrent.button('Editar').click();
  await concurrent.reaches('pausada');
  const editor = concurrent.region.getByRole('textbox', { name: 'Programa' });
  await editor.waitFor();
  await concurrent.button('Seguir').click();
  await editor.waitFor({ state: 'detached' });
  await concurrent.reaches('terminada');
});
