// How smooth the page stays with many tasks: frames a second, the longest gap
// between two frames and the longest task of the main thread, while a program
// runs and while the scrubber is dragged over it.

import { hands, startWatch, told, withProgram } from './watch.js';

/** How many tasks, and which of the folds under the run stand open. */
const INSIDE = ['Bucle de eventos', 'Variables', 'Relato'];
const CASES = [
  { count: 10, folds: INSIDE },
  { count: 1_000, folds: [] },
  { count: 1_000, folds: INSIDE },
  { count: 10_000, folds: [] },
];

/** Positions of the scrubber that a drag goes through, one a frame. */
const DRAG = 120;

const program = (tasks) => `import asyncio

async def tarea(n):
    await asyncio.sleep(1 + n % 50 / 10)

async def main():
    await asyncio.gather(*[tarea(n) for n in range(${tasks})])

asyncio.run(main())
`;

/** Moves the slider from end to start and back, a step each frame. */
async function drag(slider, steps) {
  const most = Number(slider.max);
  for (let step = 0; step <= steps; step += 1) {
    slider.value = String(Math.round(most * Math.abs(1 - (2 * step) / steps)));
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise(requestAnimationFrame);
  }
}

/** Live, then dragging: what `stopWatch` tells of each. */
async function watched(page, concurrent, folds) {
  await page.getByLabel('Reloj común').uncheck();
  for (const fold of folds) await concurrent.button(fold).click();
  const { press, reaches } = await hands(page, concurrent);
  await page.evaluate(startWatch);
  await press('Ejecutar');
  await reaches('terminada');
  const live = await page.evaluate(() => window.stopWatch());
  const slider = await concurrent.region
    .getByRole('slider', { name: 'Momento que se muestra' })
    .elementHandle();
  await page.evaluate(startWatch);
  await slider.evaluate(drag, DRAG);
  return { live, dragged: await page.evaluate(() => window.stopWatch()) };
}

export const frames = {
  /** `[{ what, ours }]`: live and dragging, for each case. */
  async measure(browser, url, cases = CASES) {
    const rows = [];
    for (const { count, folds } of cases) {
      const tasks = `${count} tasks${folds.length ? ', all inside open' : ''}`;
      const { live, dragged } = await withProgram(browser, url, program(count), (page, concurrent) =>
        watched(page, concurrent, folds),
      );
      rows.push({ what: `${tasks}, live`, ours: told(live) });
      rows.push({ what: `${tasks}, dragging the scrubber`, ours: told(dragged) });
    }
    return rows;
  },
};
