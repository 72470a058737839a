// What the built page weighs, how soon it prints and how fast it computes,
// beside Pyodide in the same Chromium. One row a line: what, ours, theirs, by
// tabs; the bench of `cargo xtask` makes a table of them.

import { launch } from '../helpers/browser.js';
import { DIST, serve } from '../helpers/server.js';
import { weigh } from '../helpers/weight.js';
import { firstLine } from './first-line.js';
import { frames } from './frames.js';
import { hostile } from './hostile.js';
import { speed } from './speed.js';

const row = (what, ours, theirs = '') => console.log([what, ours, theirs].join('\t'));
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

const files = await weigh(DIST);
const sum = (what) => files.reduce((total, file) => total + file[what], 0);
for (const { name, raw, brotli } of files) {
  row(`size of ${name}, brotli`, kilobytes(brotli), `${kilobytes(raw)} raw`);
}
row('size of the whole page, brotli', kilobytes(sum('brotli')), `${kilobytes(sum('raw'))} raw`);

const pyodide = new URL('../node_modules/pyodide/', import.meta.url).pathname;
const server = await serve({
  folders: { '/': DIST, '/pyodide/': pyodide },
  texts: { ...firstLine.texts, ...speed.texts },
});
const browser = await launch();
try {
  const { ours, theirs } = await firstLine.measure(browser, server.url);
  row(
    'navigation to first printed line, beside Pyodide',
    `${ours.toFixed(0)} ms`,
    `${theirs.toFixed(0)} ms (x ${(theirs / ours).toFixed(1)})`,
  );
  for (const { what, ours, theirs } of await speed.measure(browser, server.url)) {
    row(
      `${what}, in the browser beside Pyodide`,
      `${ours.toFixed(4)} s`,
      `${theirs.toFixed(4)} s (x ${(theirs / ours).toFixed(2)})`,
    );
  }
  for (const { what, ours } of await frames.measure(browser, server.url)) row(what, ours);
  for (const { what, ours } of await hostile.measure(browser, server.url)) row(what, ours);
} finally {
  await browser.close();
  await server.close();
}
