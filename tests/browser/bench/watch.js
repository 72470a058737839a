// Frames and long tasks of a page's main thread.

import { runs } from '../helpers/browser.js';
import { run, write } from '../helpers/run.js';

/** A fresh page with `program` in its concurrent run; `body` gets both. */
export async function withProgram(browser, url, program, body) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${url}/`);
    await runs(page);
    const concurrent = run(page, 'concurrent');
    await write(concurrent, program);
    return await body(page, concurrent);
  } finally {
    await context.close();
  }
}

/**
 * Hands on a run that search for nothing while it is watched: to find a button
 * by its name among a thousand cards would be a long task itself.
 */
export async function hands(page, run) {
  const root = await run.root.elementHandle();
  const buttons = new Map();
  for (const name of ['Ejecutar', 'Reiniciar']) {
    buttons.set(name, await run.button(name).elementHandle());
  }
  return {
    press: (name) => buttons.get(name).evaluate((button) => button.click()),
    reaches: (state) =>
      page.waitForFunction(([run, wanted]) => run.dataset.estado === wanted, [root, state], {
        timeout: 120_000,
      }),
  };
}

/** Starts to note frames and long tasks; `stopWatch` tells what came of it. */
export function startWatch() {
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

/** What `stopWatch` told, in words. */
export const told = ({ rate, gap, longest }) => {
  const task = longest ? `${longest.toFixed(0)} ms` : 'under 50 ms';
  return `${rate.toFixed(0)} frames/s, longest gap ${gap.toFixed(0)} ms, longest task ${task}`;
};
