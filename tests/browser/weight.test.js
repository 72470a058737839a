// The whole page is light: what a reader's network carries.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIST } from './helpers/server.js';
import { weigh } from './helpers/weight.js';

/** What the page is to weigh: bytes of all files of `dist/` after brotli. */
const BUDGET = 320 * 1024;

/** What it weighs today, and a little: more only with what readers get for it. */
const TODAY = 622 * 1024;

async function total() {
  const files = await weigh(DIST);
  assert.ok(files.some(({ name }) => name.endsWith('.wasm')));
  return files.reduce((sum, { brotli }) => sum + brotli, 0);
}

test('all files together weigh at most 320 KB', { todo: 'the engine is too heavy yet' }, async () => {
  const bytes = await total();
  assert.ok(bytes <= BUDGET, `${bytes} bytes`);
});

test('all files together weigh no more than they did', async () => {
  const bytes = await total();
  assert.ok(bytes <= TODAY, `${bytes} bytes`);
});
