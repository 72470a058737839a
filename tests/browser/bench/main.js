// What the built page weighs, and how soon it prints, beside Pyodide in the
// same Chromium. One row a line: what, ours, theirs, by tabs; the bench of
// `cargo xtask` makes a table of them.

import { launch } from '../helpers/browser.js';
import { DIST, serve } from '../helpers/server.js';
import { weigh } from '../helpers/weight.js';
import { firstLine } from './first-line.js';

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
  texts: firstLine.texts,
});
const browser = await launch();
try {
  const { ours, theirs } = await firstLine.measure(browser, server.url);
  row(
    'navigation to first printed line, beside Pyodide',
    `${ours.toFixed(0)} ms`,
    `${theirs.toFixed(0)} ms (x ${(theirs / ours).toFixed(1)})`,
  );
} finally {
  await browser.close();
  await server.close();
}
