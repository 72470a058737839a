// The browser's timers are the program's: the page takes no more time than a
// bare page that asks the same of `setTimeout`, in the same run.

import assert from 'node:assert/strict';
import { withThePage } from './helpers/browser.js';
import { both, startBoth } from './helpers/run.js';

const pageTest = withThePage();

/** Milliseconds by which the page may differ from the bare one. */
const TOLERANCE = 50;
/** A busy machine may delay either page: the best of so many attempts counts. */
const ATTEMPTS = 3;

/** The same waits on a page with nothing on it: milliseconds each run took. */
function bareWaits() {
  const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const took = async (work) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  return Promise.all([
    took(async () => {
      await wait(2);
      await wait(3);
    }),
    took(() => Promise.all([wait(2), wait(3)])),
  ]);
}

/** Notes, on the page's own clock, when each run begins and ends. */
function noteTheTimes() {
  window.noted = {};
  const note = () => {
    for (const root of document.querySelectorAll('[data-ejecucion]')) {
      const times = (window.noted[root.dataset.ejecucion] ??= {});
      if (root.dataset.estado === 'corriendo') times.began ??= performance.now();
      if (root.dataset.estado === 'terminada') times.ended ??= performance.now();
    }
  };
  new MutationObserver(note).observe(document.body, {
    attributes: true,
    attributeFilter: ['data-estado'],
    subtree: true,
  });
}

pageTest('5 s and 3 s, each within 50 ms of a bare page', {}, async (page) => {
  const bare = await page.context().newPage();
  const [sequential, concurrent] = both(page);
  let differences;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await page.reload();
    await sequential.reaches('lista');
    await page.evaluate(noteTheTimes);
    const waits = bare.evaluate(bareWaits);
    await startBoth(page);
    await sequential.reaches('terminada');
    const expected = await waits;
    const names = await Promise.all([sequential, concurrent].map(({ root }) => root.getAttribute('data-ejecucion')));
    const noted = await page.evaluate(() => window.noted);
    differences = names.map((name, index) => noted[name].ended - noted[name].began - expected[index]);
    if (differences.every((difference) => Math.abs(difference) <= TOLERANCE)) return;
  }
  assert.fail(`off by ${differences.map(Math.round).join(' ms and ')} ms`);
});
