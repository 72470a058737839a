// How long programs take that only compute: on the page, and on Pyodide.
//
// Each program measures itself by `time.perf_counter()` and prints that last;
// what it prints before, both must agree on.

import { readdir, readFile } from 'node:fs/promises';
import { runs } from '../helpers/browser.js';
import { run, write } from '../helpers/run.js';

/** Each figure is the least of so many runs: what disturbs only ever adds. */
const RUNS = 15;

const folder = new URL('programs/', import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith('.py')).sort();
const programs = await Promise.all(
  names.map(async (name) => {
    const source = await readFile(new URL(name, folder), 'utf8');
    const what = source.split('\n', 1)[0].replaceAll('"""', '').replace(/\.$/, '');
    return { what, source };
  }),
);

/** The least page that has Pyodide; `execute` gives what a program prints. */
const pyodidePage = `<!doctype html><title>Pyodide</title>
<script type="module">
  import { loadPyodide } from '/pyodide/pyodide.mjs';
  let lines = [];
  const pyodide = await loadPyodide({
    indexURL: '/pyodide/',
    stdout: (line) => lines.push(line),
  });
  window.execute = async (source) => {
    lines = [];
    await pyodide.runPythonAsync(source, { globals: pyodide.toPy({ __name__: '__main__' }) });
    return lines;
  };
</script>`;

async function onThePage(page, source) {
  const concurrent = run(page, 'concurrent');
  await write(concurrent, source);
  await concurrent.button('Ejecutar').click();
  await concurrent.reaches('terminada', 120_000);
  const lines = await concurrent.lines();
  await concurrent.button('Reiniciar').click();
  return lines;
}

export const speed = {
  texts: { '/pyodide-speed.html': pyodidePage },
  /** `[{ what, ours, theirs }]`: seconds that each program took. */
  async measure(browser, url) {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${url}/`);
      await runs(page);
      const pyodide = await context.newPage();
      await pyodide.goto(`${url}/pyodide-speed.html`);
      await pyodide.waitForFunction(() => window.execute, null, { timeout: 120_000 });
      const rows = [];
      for (const { what, source } of programs) {
        const least = { what, ours: Infinity, theirs: Infinity };
        for (let time = 0; time < RUNS; time += 1) {
          await page.bringToFront();
          const ours = await onThePage(page, source);
          await pyodide.bringToFront();
          const theirs = await pyodide.evaluate((program) => window.execute(program), source);
          least.ours = Math.min(least.ours, Number(ours.pop()));
          least.theirs = Math.min(least.theirs, Number(theirs.pop()));
          if (ours.join() !== theirs.join()) throw new Error(`${what}: ${ours} and ${theirs}`);
        }
        rows.push(least);
      }
      return rows;
    } finally {
      await context.close();
    }
  },
};
