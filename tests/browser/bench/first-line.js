// From navigation to the first line that the seed's program prints.

import { readFile } from 'node:fs/promises';

/** Each figure is the least of so many runs: what disturbs only ever adds. */
const RUNS = 5;

const seed = await readFile(
  new URL('../../../src/lesson/programs/archivo_completo.py', import.meta.url),
  'utf8',
);

/** The least page that runs the program on Pyodide; it notes its first line. */
const pyodidePage = `<!doctype html><title>Pyodide</title>
<script type="module">
  import { loadPyodide } from '/pyodide/pyodide.mjs';
  const pyodide = await loadPyodide({
    indexURL: '/pyodide/',
    stdout: () => { window.firstLine ??= performance.now(); },
  });
  pyodide.runPythonAsync(${JSON.stringify(seed)}).catch((error) => { window.failed = String(error); });
</script>`;

/** Starts the runs as soon as they can be started; notes their first line. */
function startAtOnce() {
  const look = () => {
    if (document.querySelector('[data-linea]')) {
      window.firstLine ??= performance.now();
      return;
    }
    const buttons = [...document.querySelectorAll('button:enabled')];
    const start = buttons.find((button) => button.textContent.includes('Ejecutar ambas'));
    if (start && document.querySelector('[data-ejecucion][data-estado="lista"]')) start.click();
  };
  const watch = () =>
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
    });
  window.addEventListener('TrunkApplicationStarted', look);
  watch();
}

async function once(browser, url, prepare) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    if (prepare) await page.addInitScript(prepare);
    await page.goto(url);
    await page.waitForFunction(() => window.firstLine ?? window.failed, null, { timeout: 120_000 });
    const [firstLine, failed] = await page.evaluate(() => [window.firstLine, window.failed]);
    if (firstLine === undefined) throw new Error(failed);
    return firstLine;
  } finally {
    await context.close();
  }
}

export const firstLine = {
  texts: { '/pyodide.html': pyodidePage },
  /** Milliseconds from navigation to the first line, ours and Pyodide's. */
  async measure(browser, url) {
    const least = { ours: Infinity, theirs: Infinity };
    for (let run = 0; run < RUNS; run += 1) {
      least.ours = Math.min(least.ours, await once(browser, `${url}/`, startAtOnce));
      least.theirs = Math.min(least.theirs, await once(browser, `${url}/pyodide.html`));
    }
    return least;
  },
};
