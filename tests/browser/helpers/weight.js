// What the files of a folder weigh, plain and as a host would send them.

import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** `[{ name, raw, brotli }]` in bytes, heaviest first. */
export async function weigh(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const weighed = files.map(async (entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const content = await readFile(path);
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    const packed = await compress(content, options);
    return { name: relative(folder, path), raw: content.length, brotli: packed.length };
  });
  return (await Promise.all(weighed)).sort((a, b) => b.brotli - a.brotli);
}
