// Out of the page and back: the log as a file, the trace, an address to share.

import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withThePage } from './helpers/browser.js';
import { run, write } from './helpers/run.js';

const pageTest = withThePage();

async function download(page, button) {
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: saved.suggestedFilename(), path: await saved.path() };
}

/** A run at its end, with the fold open that holds files. */
async function ended(page) {
  const concurrent = run(page, 'concurrent');
  await page.getByLabel('Velocidad').first().selectOption('×10');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  await concurrent.button('Guardar').click();
  return concurrent;
}

pageTest('a run is saved, opened again elsewhere, and rewound', {}, async (page) => {
  const concurrent = await ended(page);
  const file = await download(page, concurrent.button('Guardar registro (JSON)'));
  assert.equal(file.name, 'concurrente.json');
  const log = JSON.parse(await readFile(file.path, 'utf8'));
  await concurrent.region.getByText(`El registro lleva ${log.eventos.length} sucesos.`).waitFor();
  assert.equal(log.formato, 'asincronismo');
  assert.equal(log.eventos.at(-1)[1], 'program_ended');

  const printed = await concurrent.lines();
  await page.reload();
  const sequential = run(page, 'sequential');
  await sequential.button('Guardar').click();
  await sequential.region.getByLabel('Abrir una ejecución').setInputFiles(file.path);
  await sequential.reaches('terminada');
  assert.deepEqual(await sequential.lines(), printed);
  assert.equal(await sequential.card('B').getAttribute('data-estado'), 'terminada');
  await page.getByRole('slider', { name: 'Momento que se muestra' }).first().fill('1000');
  await sequential.cardReaches('A', 'esperando');
  assert.equal(await sequential.clock(), 1);
  // The text that came along is the one that runs from here on.
  await sequential.button('Ejecutar').click();
  await sequential.reaches('corriendo');
});

pageTest('the trace names every task', {}, async (page) => {
  const concurrent = await ended(page);
  const file = await download(page, concurrent.button('Guardar para Perfetto'));
  const trace = JSON.parse(await readFile(file.path, 'utf8'));
  const tracks = trace.traceEvents.filter((event) => event.name === 'thread_name');
  const names = tracks.map((track) => track.args.name);
  assert.deepEqual(names, [
    'Task-1 main_asincrono()',
    'Task-2 procesar_data("A", 2)',
    'Task-3 procesar_data("B", 3)',
  ]);
  const waits = trace.traceEvents.filter((event) => event.name === 'esperando');
  // At ×10 a browser a little late is late by much: a bound below is enough.
  const long = waits.filter((wait) => wait.dur >= 3e6);
  assert.deepEqual(long.map((wait) => names[wait.tid - 1]), [names[0], names[2]]);
});

pageTest('a file that is no run changes nothing', {}, async (page) => {
  const concurrent = await ended(page);
  const lines = await concurrent.lines();
  for (const text of ['', 'hola', '[['.repeat(100_000), '{"formato":"asincronismo","version":1}']) {
    const buffer = Buffer.from(text);
    const field = concurrent.region.getByLabel('Abrir una ejecución');
    await field.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer });
    await concurrent.region.getByText('no es el registro de una ejecución').waitFor();
  }
  const large = join(tmpdir(), `grande-${process.pid}.json`);
  await writeFile(large, Buffer.alloc((64 << 20) + 1, ' '));
  try {
    await concurrent.region.getByLabel('Abrir una ejecución').setInputFiles(large);
    await concurrent.region.getByText('es demasiado grande').waitFor();
  } finally {
    await rm(large);
  }
  assert.deepEqual(await concurrent.lines(), lines);
});

pageTest('an address carries a program elsewhere', {}, async (page, url) => {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, 'print("compartido → ñ")\n');
  await concurrent.button('Guardar').click();
  await concurrent.button('Compartir').click();
  await page.waitForFunction(() => location.hash.startsWith('#v1='));
  const fragment = await page.evaluate(() => location.hash);
  await page.goto('about:blank');
  await page.goto(url + '/' + fragment);
  await concurrent.reaches('lista');
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada');
  assert.deepEqual(await concurrent.lines(), ['compartido → ñ']);
});

pageTest('the timeline is saved as a drawing with its legend', {}, async (page) => {
  const concurrent = await ended(page);
  await page.getByRole('slider', { name: 'Momento que se muestra' }).first().fill('2500');
  await concurrent.cardReaches('A', 'terminada');
  const vector = await download(page, concurrent.button('Guardar dibujo (SVG)'));
  assert.equal(vector.name, 'concurrente.svg');
  const svg = await readFile(vector.path, 'utf8');
  const drawn = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const texts = [...root.querySelectorAll('text')].map((item) => item.textContent);
    return { tag: root.tagName, texts, classes: root.querySelectorAll('[class], [style]').length };
  }, svg);
  assert.equal(drawn.tag, 'svg');
  assert.equal(drawn.classes, 0);
  for (const text of ['A', 'B', '2.50 s', 'esperando: dejó el hilo libre']) {
    assert.ok(drawn.texts.includes(text), `${text} in ${drawn.texts.join(' | ')}`);
  }

  const picture = await download(page, concurrent.button('Guardar dibujo (PNG)'));
  assert.equal(picture.name, 'concurrente.png');
  const png = (await readFile(picture.path)).toString('base64');
  const pixels = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const colours = new Set(new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer));
    return { width: image.width, colours: colours.size };
  }, png);
  assert.equal(pixels.width, 1920);
  assert.ok(pixels.colours > 10, `${pixels.colours} colours`);
});
