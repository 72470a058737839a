// A static host on this machine: the least that any host does.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built page; the variable `DIST` may name another folder of one. */
export const DIST = process.env.DIST ?? fileURLToPath(new URL('../../../dist/', import.meta.url));

const MIME = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves folders until closed. Each server is an origin of its own.
 *
 * @param {object} options
 * @param {Record<string, string>} options.folders under which path (`/`, `/curso/`) lies which folder
 * @param {Record<string, string>} [options.texts] pages written here and now, by path
 * @param {(path: string) => boolean} [options.missing] what the host has lost
 */
export async function serve({ folders, texts = {}, missing = () => false }) {
  const mounts = Object.entries(folders).sort(([a], [b]) => b.length - a.length);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const content = missing(path) ? null : await read(path, mounts, texts);
    if (content === null) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    const type = MIME[extname(path.endsWith('/') ? 'index.html' : path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(path, mounts, texts) {
  if (path in texts) return texts[path];
  const mount = mounts.find(([prefix]) => path.startsWith(prefix));
  if (!mount) return null;
  const inside = normalize(path.slice(mount[0].length) || '.');
  if (inside.startsWith('..')) return null;
  const file = path.endsWith('/') ? join(inside, 'index.html') : inside;
  return readFile(join(mount[1], file)).catch(() => null);
}
