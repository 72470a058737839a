// One Chromium for a file of tests, and a fresh page, without memory of the
// others, for each test.

import assert from 'node:assert/strict';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { DIST, serve } from './server.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function findChromium() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : onPath;
  const found = candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  assert.ok(found, 'no Chromium: set CHROMIUM to the path of one');
  return found;
}

/** Milliseconds that one test may take, and one wait within it. */
const TEST_TIMEOUT = 60_000;
const WAIT_TIMEOUT = 15_000;

/** Starts Chromium; whoever starts it closes it. */
export function launch(more = {}) {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    ...more,
  });
}

/**
 * Serves `dist/` at `/` and starts Chromium for this file's tests. Returns a
 * `pageTest(name, options, body)`: `body` gets a fresh page on which the
 * lesson stands, and the test fails on any error in its console.
 */
export function withThePage() {
  let browser;
  let server;
  before(async () => {
    server = await serve({ folders: { '/': DIST } });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /**
   * @param {string} name
   * @param {object} options `path` (default `/`), `context` (Playwright's), `ready` (default true: wait until the page runs)
   * @param {(page: import('playwright-core').Page, url: string) => Promise<void>} body
   */
  function pageTest(name, options, body) {
    test(name, { timeout: TEST_TIMEOUT }, async () => {
      const context = await browser.newContext({ locale: 'es', ...options.context });
      context.setDefaultTimeout(WAIT_TIMEOUT);
      const page = await context.newPage();
      const errors = collectErrors(page);
      try {
        await page.goto(server.url + (options.path ?? '/'));
        if (options.ready ?? true) await runs(page);
        await body(page, server.url);
        assert.deepEqual(errors, [], 'the console holds errors');
      } finally {
        await context.close();
      }
    });
  }
  return pageTest;
}

/** Everything that went wrong on the page, as it goes wrong. */
export function collectErrors(page) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

/** Waits until the wasm has arrived and the runs can be started. */
export async function runs(page) {
  await page.locator('[data-ejecucion][data-estado="lista"]').first().waitFor();
  await page.getByRole('button', { name: 'Ejecutar ambas' }).and(page.locator(':enabled')).waitFor();
}
