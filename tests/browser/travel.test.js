// Time in the reader's hands: steps, forward and back, by button, by keyboard
// alone and by touch; the slider; stops at a line; what goes on inside.

import assert from 'node:assert/strict';
import { withThePage } from './helpers/browser.js';
import { both, run, startBoth, write } from './helpers/run.js';

const pageTest = withThePage();

/** What a run shows, in its reader's words. */
async function seen(of) {
  const cards = of.region.locator('[data-tarea]');
  return {
    cards: await cards.evaluateAll((all) => all.map((card) => `${card.dataset.tarea} ${card.dataset.estado}`)),
    lines: await of.lines(),
    marks: await of.region.locator('.code-current').allInnerTexts(),
  };
}

const slider = (page) => page.getByRole('slider', { name: 'Momento que se muestra' }).first();

pageTest('a program can be stepped through from before its first line', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await concurrent.button('Paso').click();
  await concurrent.reaches('pausada');
  assert.match((await seen(concurrent)).marks.join(), /import asyncio/);
  const before = [];
  for (let step = 0; step < 12; step++) {
    before.push(await seen(concurrent));
    await concurrent.button('Paso').click();
    await page.waitForFunction(
      ([last]) => {
        const marks = [...document.querySelectorAll('[data-ejecucion="concurrente"] .code-current')];
        return JSON.stringify(marks.map((mark) => mark.innerText)) !== last;
      },
      [JSON.stringify(before.at(-1).marks)],
    );
  }
  // The time of those who wait stands still meanwhile.
  assert.equal(await concurrent.clock(), 0);
  await page.getByText('En pausa no pasa el tiempo').waitFor();
  for (const then of before.reverse()) {
    await concurrent.button('Paso atrás').click();
    assert.deepEqual(await seen(concurrent), then);
  }
  await page.getByText('«Seguir» continúa desde el presente').waitFor();
  await concurrent.button('Seguir').click();
  await concurrent.reaches('terminada');
});

pageTest('where all wait, a step goes to the next deadline', {}, async (page) => {
  const sequential = run(page, 'sequential');
  await page.getByLabel('Paso por').first().selectOption('suspensión');
  await sequential.button('Paso').click();
  await sequential.cardReaches('A', 'esperando');
  assert.equal(await sequential.clock(), 0);
  await sequential.button('Paso').click();
  await sequential.cardReaches('B', 'esperando');
  assert.equal(await sequential.clock(), 2);
  await sequential.button('Ir al inicio').click();
  assert.deepEqual((await seen(sequential)).lines, []);
  await sequential.button('Ir al presente').click();
  await sequential.cardReaches('B', 'esperando');
});

pageTest('both runs show the same moment, and can be split', {}, async (page) => {
  const [sequential, concurrent] = both(page);
  await page.getByLabel('Velocidad').first().selectOption('×10');
  await startBoth(page);
  await sequential.reaches('terminada');
  await slider(page).fill('1000');
  for (const of of [sequential, concurrent]) {
    await of.cardReaches('A', 'esperando');
    assert.equal(await of.clock(), 1);
  }
  assert.equal(await sequential.card('B').count(), 0);
  await page.getByLabel('Reloj común').uncheck();
  await concurrent.region.getByRole('slider').fill('2500');
  await concurrent.cardReaches('A', 'terminada');
  assert.equal(await concurrent.clock(), 2.5);
  assert.equal(await sequential.clock(), 1);
});

pageTest('the keyboard alone does it all', {}, async (page) => {
  const [sequential, concurrent] = both(page);
  await slider(page).focus();
  await page.keyboard.press('Space');
  await concurrent.prints(4);
  await page.keyboard.press('Space');
  await concurrent.reaches('pausada');
  await sequential.reaches('pausada');
  const stood = await concurrent.clock();
  await page.keyboard.press('ArrowLeft');
  assert.ok((await concurrent.clock()) < stood);
  await page.keyboard.press('Home');
  await page.waitForFunction(() => !document.querySelector('[data-tarea]'));
  await page.keyboard.press('ArrowRight');
  await concurrent.cardReaches('B', 'esperando');
  await page.keyboard.press('PageUp');
  assert.ok((await concurrent.clock()) > 0);
  await page.keyboard.press('End');
  assert.equal(await concurrent.clock(), stood);
  // Within a run the arrows step through that one, line by line.
  await concurrent.region.getByRole('log').focus();
  const lines = await seen(concurrent);
  await page.keyboard.press('ArrowLeft');
  assert.notDeepEqual(await seen(concurrent), lines);
  await page.keyboard.press('ArrowRight');
  assert.deepEqual(await seen(concurrent), lines);
  await page.keyboard.press('Space');
  await concurrent.reaches('terminada');
});

pageTest('the whole file has a slider of its own, and its keys', {}, async (page) => {
  const file = page.locator('[data-ejecucion="archivo"]');
  await page.getByRole('slider').last().focus();
  await page.keyboard.press('ArrowRight');
  await file.and(page.locator('[data-estado="pausada"]')).waitFor();
  await page.keyboard.press('ArrowRight');
  await file.locator('.code-current').filter({ hasText: 'import time' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await file.locator('.code-current').filter({ hasText: 'import asyncio' }).waitFor();
  await page.keyboard.press('Space');
  await file.and(page.locator('[data-estado="corriendo"]')).waitFor();
});

pageTest('a press on a line number stops the program there', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await concurrent.button('Pausar en la línea 9').click();
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('pausada');
  await concurrent.cardReaches('A', 'ejecutando');
  assert.ok((await concurrent.clock()) >= 2);
  assert.equal((await concurrent.lines()).length, 4);
  const stop = concurrent.button('Pausar en la línea 9');
  await stop.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await concurrent.button('Pausar en la línea 10').getAttribute('aria-pressed'), 'true');
  await stop.click();
  await concurrent.button('Seguir').click();
  await concurrent.reaches('pausada');
  assert.equal((await concurrent.lines()).length, 5);
});

pageTest('from a line of the console and from a state one gets to its moment', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  const log = concurrent.region.getByRole('log');
  await log.getByRole('button', { name: /^2\.\d\d s/ }).first().click();
  await concurrent.cardReaches('B', 'esperando');
  assert.equal((await concurrent.lines()).length, 5);
  await concurrent.button('Ir al presente').click();
  await concurrent.cardReaches('B', 'terminada');
  await concurrent.card('A').getByRole('button', { name: 'terminada' }).click();
  await concurrent.cardReaches('A', 'terminada');
  assert.equal(await concurrent.card('B').getAttribute('data-estado'), 'esperando');
});

pageTest('the event loop, the variables and the story are of the moment shown', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  for (const name of ['Bucle de eventos', 'Variables', 'Relato']) {
    await concurrent.region.getByRole('button', { name, exact: true }).click();
  }
  await page.getByLabel('Velocidad').first().selectOption('×10');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  await slider(page).fill('1000');
  const region = concurrent.region;
  // At ×10 a start that came a few milliseconds late shows in the tenths.
  await region.getByRole('listitem').filter({ hasText: /Esperando un temporizador: A\s*1\.\d s/ }).waitFor();
  await region.getByRole('listitem').filter({ hasText: /Esperando a otra tarea.*main_asincrono/ }).waitFor();
  await region.getByText('espera hasta el segundo 2').first().waitFor();
  // They catch up one a frame.
  const frame = region.locator('.frame').filter({ hasText: 'procesar_data("B", 3)' });
  await frame.filter({ hasText: /id_tarea\s*'B'\s*delay\s*3/ }).waitFor();
  assert.match((await frame.innerText()).replaceAll(/\s+/g, ' '), /id_tarea 'B' delay 3/);
  const told = region.locator('.story-list li');
  await told.last().filter({ hasText: /B se suspende en la línea 8/ }).waitFor();
  await region.locator('.story-time').first().click();
  await told.nth(11).waitFor({ state: 'detached' });
  assert.ok((await told.count()) > 0);
});

pageTest('a program without end can be stepped into, and scrubbed', {}, async (page) => {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, 'n = 0\nwhile True:\n    n += 1\n');
  await concurrent.button('Listo').click();
  await concurrent.region.getByRole('button', { name: 'Variables', exact: true }).click();
  for (let step = 0; step < 8; step++) await concurrent.button('Paso').click();
  await concurrent.region.locator('.variables').filter({ hasText: 'n' }).waitFor();
  await concurrent.button('Ejecutar').or(concurrent.button('Seguir')).first().click();
  await concurrent.reaches('corriendo');
  await concurrent.button('Pausar').click();
  await concurrent.reaches('pausada');
  await concurrent.button('Ir al inicio').click();
  await concurrent.button('Paso').click();
  assert.match((await seen(concurrent)).marks.join(), /n = 0/);
});

pageTest(
  'by touch on a phone',
  { context: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
  async (page) => {
    const concurrent = run(page, 'concurrent');
    await concurrent.button('Paso').tap();
    await concurrent.reaches('pausada');
    await page.getByLabel('Velocidad').first().selectOption('×10');
    await concurrent.button('Seguir').tap();
    await concurrent.reaches('terminada');
    await concurrent.button('Paso atrás').tap();
    await concurrent.button('Ir al inicio').tap();
    await page.waitForFunction(() => !document.querySelector('[data-tarea]'));
    const drawing = concurrent.region.locator('.timeline');
    await drawing.scrollIntoViewIfNeeded();
    const box = await drawing.boundingBox();
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await concurrent.cardReaches('A', 'terminada');
    assert.equal(await concurrent.card('B').getAttribute('data-estado'), 'esperando');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `${wide} px wide`);
  },
);
