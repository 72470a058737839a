// What reads before the program runs, and where it cannot run at all.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { collectErrors, launch, runs, withThePage } from './helpers/browser.js';
import { DIST, serve } from './helpers/server.js';
import { both, run, startBoth } from './helpers/run.js';

const pageTest = withThePage();

const HEADINGS = [
  'Asincronismo en Python: async y await',
  'La Sintaxis: async, await y el Event Loop',
  'La Magia en Acción: Ejecutando Tareas Concurrentemente',
  'Aplicaciones en Ciencia de Datos',
];

const SENTENCES = [
  'El asincronismo es una forma de escribir código concurrente.',
  'Es un solo mesero que gestiona múltiples tareas aprovechando los tiempos de espera.',
  'El verdadero poder del asincronismo se ve cuando ejecutamos múltiples tareas a la vez',
  'Esto hace que la API sea increíblemente rápida y escalable.',
];

async function holdsTheLesson(page) {
  for (const heading of HEADINGS) {
    await page.getByRole('heading', { name: heading }).first().waitFor();
  }
  const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  for (const sentence of SENTENCES) {
    assert.ok(text.includes(sentence), `the text lacks «${sentence}»`);
  }
}

pageTest(
  'the whole text reads without JavaScript',
  { context: { javaScriptEnabled: false }, ready: false },
  async (page) => {
    await holdsTheLesson(page);
    assert.equal(await page.locator('html').getAttribute('lang'), 'es');
  },
);

pageTest('the same text stands once the page runs, under one main heading', {}, async (page) => {
  await holdsTheLesson(page);
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
});

for (const width of [320, 1280]) {
  pageTest(
    `nothing sticks out sideways at ${width} px`,
    { context: { viewport: { width, height: 800 } } },
    async (page) => {
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.ok(content <= window, `${content} px of content in ${window} px`);
    },
  );
}

pageTest(
  'at 1280 px both runs and their text are on screen together',
  { context: { viewport: { width: 1280, height: 800 } } },
  async (page) => {
    await page.getByRole('button', { name: 'Ejecutar ambas' }).scrollIntoViewIfNeeded();
    const boxes = (part) => Promise.all(both(page).map((one) => part(one).boundingBox()));
    for (const { x, y, width, height } of await boxes((one) => one.button('Ejecutar'))) {
      assert.ok(x >= 0 && x + width <= 1280 && y >= 0 && y + height <= 800, 'a run is cut off');
    }
    const [left, right] = await boxes((one) => one.region.getByRole('log'));
    assert.ok(left.x + left.width <= right.x, 'the sequential run stands left of the concurrent');
    const text = page.getByText('El verdadero poder del asincronismo');
    const { x, y } = await text.boundingBox();
    assert.ok(x >= 0 && y >= 0 && y < 800, 'their text is not on screen');
  },
);

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test('where the wasm is lost, a sentence in Spanish says so, and the text stays', async () => {
  const server = await serve({ folders: { '/': DIST }, missing: (path) => path.endsWith('.wasm') });
  const page = await browser.newPage();
  try {
    await page.goto(server.url);
    const notice = page.getByRole('alert');
    await notice.waitFor();
    assert.match(await notice.innerText(), /no arrancan.*vuelve a cargarla/i);
    await holdsTheLesson(page);
  } finally {
    await page.close();
    await server.close();
  }
});

test('the page works in any folder of a host', async () => {
  const server = await serve({ folders: { '/cursos/python/asincronismo/': DIST } });
  const page = await browser.newPage();
  const errors = collectErrors(page);
  try {
    await page.goto(`${server.url}/cursos/python/asincronismo/`);
    await runs(page);
    await startBoth(page);
    await run(page, 'concurrent').prints(2);
    assert.deepEqual(errors, []);
  } finally {
    await page.close();
    await server.close();
  }
});
