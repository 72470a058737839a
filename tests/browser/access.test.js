// The page for everyone: axe finds nothing, and the keyboard reaches all.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { withThePage } from './helpers/browser.js';
import { run, startBoth, write } from './helpers/run.js';

const pageTest = withThePage();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

async function assertNoViolations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`),
  );
  assert.deepEqual(told, [], told.join('\n'));
}

const VIEWS = {
  'in the light': { colorScheme: 'light' },
  'in the dark': { colorScheme: 'dark' },
  'on a phone': { colorScheme: 'light', viewport: { width: 360, height: 740 } },
  'on a phone in the dark': { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
};

for (const [name, context] of Object.entries(VIEWS)) {
  pageTest(`axe finds nothing ${name}, before, during and after a run`, { context }, async (page) => {
    await assertNoViolations(page);
    await startBoth(page);
    await run(page, 'concurrent').cardReaches('B', 'esperando');
    await assertNoViolations(page);
    await run(page, 'sequential').reaches('terminada');
    await assertNoViolations(page);
  });
}

pageTest('axe finds nothing among ten tasks', {}, async (page) => {
  for (let more = 2; more < 10; more += 1) await page.getByRole('button', { name: 'Una tarea más' }).click();
  await startBoth(page);
  await run(page, 'concurrent').cardReaches('J', 'esperando');
  await assertNoViolations(page);
});

const MISUNDERSTOOD = `import asyncio, time

async def servir(mesa):
    time.sleep(0.2)

async def main():
    servir(0)
    await servir(1)

asyncio.run(main())
`;

for (const colorScheme of ['light', 'dark']) {
  pageTest(`axe finds nothing where advice is given, ${colorScheme}`, { context: { colorScheme } }, async (page) => {
    const concurrent = run(page, 'concurrent');
    await write(concurrent, MISUNDERSTOOD);
    await concurrent.button('Ejecutar').click();
    await concurrent.reaches('terminada');
    await concurrent.region.getByRole('link', { name: 'Llamar no ejecuta' }).waitFor();
    await concurrent.button('Guardar').click();
    await assertNoViolations(page);
  });
}

pageTest('axe finds nothing in a frame', { path: '/?embed=1' }, assertNoViolations);

pageTest('both runs start, pause and reset by keyboard alone', {}, async (page) => {
  const tabTo = async (button) => {
    for (let presses = 0; presses < 300; presses += 1) {
      if (await button.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail('the button is not reached by Tab');
  };
  const concurrent = run(page, 'concurrent');
  await tabTo(concurrent.button('Ejecutar'));
  await page.keyboard.press('Enter');
  await concurrent.cardReaches('B', 'esperando');
  await tabTo(concurrent.button('Pausar'));
  await page.keyboard.press('Enter');
  await concurrent.reaches('pausada');
  await tabTo(concurrent.button('Reiniciar'));
  await page.keyboard.press('Enter');
  await concurrent.reaches('lista');
});

pageTest(
  'a screen reader hears at most one polite sentence a second, and an end',
  {},
  async (page) => {
    await page.evaluate(() => {
      window.heard = [];
      const spoken = '[aria-live="polite"], [role="status"]:not([aria-live]), [role="log"]:not([aria-live])';
      const hear = (node) => {
        const region = (node.nodeType === 1 ? node : node.parentElement)?.closest(spoken);
        const text = region?.textContent.trim();
        if (text) window.heard.push({ at: performance.now(), text });
      };
      new MutationObserver((changes) => changes.forEach(({ target }) => hear(target))).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    await startBoth(page);
    await run(page, 'sequential').reaches('terminada');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1200)));
    const heard = await page.evaluate(() => window.heard);
    const sentences = heard.filter(({ text }, index) => index === 0 || text !== heard[index - 1].text);
    assert.ok(sentences.length >= 2, 'nothing is told');
    for (const [index, { at }] of sentences.entries()) {
      if (index >= 1) assert.ok(at - sentences[index - 1].at >= 900, `two sentences in ${at} ms`);
    }
    assert.match(sentences.at(-1).text, /5[.,]0\d?\d? ?s/);
  },
);
