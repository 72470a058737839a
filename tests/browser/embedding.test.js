// The comparison alone, in a frame on somebody else's page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, runs } from './helpers/browser.js';
import { DIST, serve } from './helpers/server.js';
import { both, startBoth } from './helpers/run.js';

let browser;
let host;
before(async () => {
  browser = await launch();
  host = await serve({ folders: { '/': DIST } });
});
after(async () => {
  await browser?.close();
  await host?.close();
});

/** A teacher's page, on another origin, that notes what the frame tells it. */
const teachersPage = (address, attributes = '') => `<!doctype html>
<title>Curso</title>
<script>
  window.told = [];
  addEventListener('message', ({ data }) => window.told.push(data));
</script>
<iframe title="Asincronismo" width="900" height="400" ${attributes} src="${address}"></iframe>`;

async function withFrame(attributes, body) {
  const parent = await serve({
    folders: {},
    texts: { '/': teachersPage(`${host.url}/?embed=1`, attributes) },
  });
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  try {
    await page.goto(parent.url);
    const frame = page.frames().find((candidate) => candidate.url().startsWith(host.url));
    await runs(frame);
    await body(page, frame);
    assert.deepEqual(errors, []);
  } finally {
    await page.close();
    await parent.close();
  }
}

test('the frame shows the comparison alone, and it runs', () =>
  withFrame('', async (page, frame) => {
    assert.equal(await frame.getByText('El asincronismo es una forma de escribir').count(), 0);
    assert.equal(await frame.getByRole('contentinfo').count(), 0);
    const [sequential, concurrent] = both(frame);
    await startBoth(frame);
    await sequential.prints(1);
    await concurrent.prints(2);
  }));

test('the frame tells its parent how high it is, in three dialects', () =>
  withFrame('', async (page) => {
    const heard = (check) => page.waitForFunction(check, null, { timeout: 10_000 });
    await heard(() => window.told.some(({ type, height }) => type === 'resize' && height > 100));
    await heard(() =>
      window.told.some(({ context, action }) => context === 'h5p' && /hello|prepareResize|resize/.test(action)),
    );
    await heard(() =>
      window.told.some((data) => {
        const message = typeof data === 'string' && data.startsWith('{') ? JSON.parse(data) : data;
        return message.subject === 'lti.frameResize' && message.height > 100;
      }),
    );
  }));

test('a frame without an origin, and so without storage, runs all the same', async () => {
  // Chromium asks for module scripts with CORS there, which a plain host does
  // not grant: the test's host would have to. The page itself needs nothing.
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  try {
    await page.goto(`${host.url}/?embed=1`);
    await runs(page);
    await startBoth(page);
    await both(page)[1].prints(2);
    assert.deepEqual(errors, []);
  } finally {
    await page.close();
  }
});
