// The whole page is light: what a reader's network carries.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIST } from './helpers/server.js';
import { weigh } from './helpers/weight.js';

/** Bytes of all files of `dist/` together, after brotli. */
const LIMIT = 320 * 1024;

test('all files together weigh at most 320 KB', async () => {
  const files = await weigh(DIST);
  const total = files.reduce((sum, { brotli }) => sum + brotli, 0);
  assert.ok(files.some(({ name }) => name.endsWith('.wasm')));
  assert.ok(total <= LIMIT, `${total} bytes`);
});
