// How smooth the page stays with many tasks: frames a second, the longest gap
// between two frames and the longest task of the main thread, while a program
// runs and while the scrubber is dragged over it.

import { runs } from '../helpers/browser.js';
import { run, write } from '../helpers/run.js';

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

/** Starts to note frames and long tasks; `stopWatch` tells what came of it. */
function startWatch() {
  const times = [performance.now()];
  let longest = 0;
  const note = (list) => {
    for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
  };
  const observer = new PerformanceObserver(note);
  observer.observe({ type: 'longtask' });
  let frame;
  const tick = () => {
    times.push(performance.now());
    frame = requestAnimationFrame(tick);
  };
  frame = requestAnimationFrame(tick);
  window.stopWatch = () => {
    cancelAnimationFrame(frame);
    note({ getEntries: () => observer.takeRecords() });
    observer.disconnect();
    const gaps = times.slice(1).map((time, place) => time - times[place]);
    const rate = (1000 * gaps.length) / (times.at(-1) - times[0]);
    return { rate, gap: Math.max(...gaps), longest };
  };
}

/** Moves the slider from end to start and back, a step each frame. */
async function drag(slider, steps) {
  const most = Number(slider.max);
  for (let step = 0; step <= steps; step += 1) {
    slider.value = String(Math.round(most * Math.abs(1 - (2 * step) / steps)));
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise(requestAnimationFrame);
  }
}

const told = ({ rate, gap, longest }) => {
  const task = longest ? `${longest.toFixed(0)} ms` : 'under 50 ms';
  return `${rate.toFixed(0)} frames/s, longest gap ${gap.toFixed(0)} ms, longest task ${task}`;
};

export const frames = {
  /** `[{ what, ours }]`: live and dragging, for each case. */
  async measure(browser, url, cases = CASES) {
    const rows = [];
    for (const { count, folds } of cases) {
      const tasks = `${count} tasks${folds.length ? ', all inside open' : ''}`;
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        await page.goto(`${url}/`);
        await runs(page);
        const concurrent = run(page, 'concurrent');
        await page.getByLabel('Reloj común').uncheck();
        await write(concurrent, program(count));
        for (const fold of folds) await concurrent.button(fold).click();
        await page.evaluate(startWatch);
        await concurrent.button('Ejecutar').click();
        await concurrent.reaches('terminada', 120_000);
        const live = await page.evaluate(() => window.stopWatch());
        rows.push({ what: `${tasks}, live`, ours: told(live) });
        const slider = concurrent.region.getByRole('slider', { name: 'Momento que se muestra' });
        await page.evaluate(startWatch);
        await slider.evaluate(drag, DRAG);
        const dragged = await page.evaluate(() => window.stopWatch());
        rows.push({ what: `${tasks}, dragging the scrubber`, ours: told(dragged) });
      } finally {
        await context.close();
      }
    }
    return rows;
  },
};
