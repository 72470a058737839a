// The seed's two runs: what they print, show and take, and that whatever the
// reader does to them, they come back to a clean state.

import assert from 'node:assert/strict';
import { withThePage } from './helpers/browser.js';
import { both, PRINTED, run, startBoth } from './helpers/run.js';

const pageTest = withThePage();

function assertPrinted(lines, expected) {
  assert.equal(lines.length, expected.length, lines.join('\n'));
  for (const [index, wanted] of expected.entries()) {
    if (wanted instanceof RegExp) assert.match(lines[index], wanted);
    else assert.equal(lines[index], wanted);
  }
}

/** The seconds that the program itself says it took. */
function total(lines) {
  const line = lines.find((text) => text.startsWith('Tiempo total'));
  return Number(/(\d+\.\d\d) segundos/.exec(line)[1]);
}

pageTest('both runs print what CPython prints, and take 5 s and 3 s', {}, async (page) => {
  const [sequential, concurrent] = both(page);
  await startBoth(page);
  await concurrent.reaches('terminada');
  assert.equal(await sequential.state(), 'corriendo');
  await sequential.reaches('terminada');
  const [slow, fast] = [await sequential.lines(), await concurrent.lines()];
  assertPrinted(slow, PRINTED.sequential);
  assertPrinted(fast, PRINTED.concurrent);
  assert.ok(total(slow) >= 5 && total(slow) <= 5.25, `${total(slow)} s, not 5`);
  assert.ok(total(fast) >= 3 && total(fast) <= 3.25, `${total(fast)} s, not 3`);
  assert.ok(Math.abs((await sequential.clock()) - total(slow)) < 0.1);
});

pageTest('cards go through their states as the program does', {}, async (page) => {
  const [sequential, concurrent] = both(page);
  await startBoth(page);
  await sequential.cardReaches('A', 'esperando');
  await concurrent.cardReaches('A', 'esperando');
  await concurrent.cardReaches('B', 'esperando');
  // In the sequential run nobody has even called B yet.
  assert.equal(await sequential.card('B').count(), 0);
  await concurrent.cardReaches('A', 'terminada');
  assert.equal(await concurrent.card('B').getAttribute('data-estado'), 'esperando');
  await sequential.cardReaches('B', 'esperando');
  assert.equal(await sequential.card('A').getAttribute('data-estado'), 'terminada');
  await sequential.cardReaches('B', 'terminada');
  assert.match(await concurrent.card('A').innerText(), /procesar_data\("A", 2\)/);
});

pageTest('a pause stops the clock, and going on takes it up where it stood', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await concurrent.button('Ejecutar').click();
  await concurrent.prints(2);
  await concurrent.button('Pausar').click();
  await concurrent.reaches('pausada');
  const stood = await concurrent.clock();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  assert.equal(await concurrent.clock(), stood);
  await concurrent.button('Seguir').click();
  await concurrent.reaches('terminada');
  const took = total(await concurrent.lines());
  assert.ok(took >= 3 && took <= 3.25, `${took} s of program time, not 3`);
});

pageTest('a reset in the middle leaves nothing behind, and no timer alive', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await concurrent.button('Ejecutar').click();
  await concurrent.cardReaches('B', 'esperando');
  await concurrent.button('Reiniciar').click();
  await concurrent.reaches('lista');
  assert.deepEqual(await concurrent.lines(), []);
  assert.equal(await concurrent.clock(), 0);
  assert.equal(await concurrent.region.locator('[data-tarea]').count(), 0);
  // A timer left alive would fire within the three seconds it was set for.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3200)));
  assert.deepEqual(await concurrent.lines(), []);
  assert.equal(await concurrent.state(), 'lista');
});

pageTest('a second run is like the first', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  for (const _ of ['first', 'second']) {
    await concurrent.button('Ejecutar').click();
    await concurrent.reaches('corriendo');
    await concurrent.reaches('terminada');
    assertPrinted(await concurrent.lines(), PRINTED.concurrent);
    assert.equal(await concurrent.region.locator('[data-tarea]').count(), 2);
    await concurrent.button('Reiniciar').click();
    await concurrent.reaches('lista');
  }
});

pageTest('both reset in the middle of a run start again from nothing', {}, async (page) => {
  const [sequential, concurrent] = both(page);
  await startBoth(page);
  await concurrent.cardReaches('A', 'terminada');
  await page.getByRole('button', { name: 'Reiniciar ambas' }).click();
  await startBoth(page);
  await concurrent.cardReaches('A', 'esperando');
  assert.ok((await concurrent.clock()) < 1.5);
  await sequential.reaches('terminada');
  assertPrinted(await sequential.lines(), PRINTED.sequential);
  assertPrinted(await concurrent.lines(), PRINTED.concurrent);
});

pageTest('every button pressed twice in mid-run, and a reload, do no harm', {}, async (page) => {
  const [sequential, concurrent] = both(page);
  await startBoth(page);
  await concurrent.cardReaches('A', 'esperando');
  const buttons = page.getByRole('main').getByRole('button');
  for (let index = 0; index < (await buttons.count()); index += 1) {
    const button = buttons.nth(index);
    if ((await button.isVisible()) && (await button.isEnabled())) await button.dblclick();
  }
  await page.reload();
  await concurrent.reaches('lista');
  assert.equal(await sequential.state(), 'lista');
  await startBoth(page);
  await concurrent.cardReaches('A', 'terminada');
  await sequential.cardReaches('A', 'terminada');
});
