import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { postgis } from '@electric-sql/pglite-postgis';
import { builtFile, makeBuiltFile } from './built-file.ts';

/**
 * The package's bundle holds rasters, topology and a geocoder too, and every start compiles and links what
 * it holds, whether anybody asks for it or not. The build makes a bundle of PostGIS alone: an engine
 * starts on it in half the processor time, with 350 MB less of memory. Scripts that bring an older
 * extension up to date are left out as well; what wants `ALTER EXTENSION … UPDATE` has to add them.
 */
const KEPT = [
  /^lib\/postgresql\/postgis-3\.so$/,
  /^share\/proj\//,
  /^share\/postgresql\/extension\/postgis\.control$/,
  /^share\/postgresql\/extension\/postgis--\d[\d.]*\.sql$/,
];
const LEAST_COMPRESSED = 1;

const bundleFile = () => builtFile('postgis-bundle', '.tar.gz');

/** PostGIS for an engine: the built bundle, or the package's own where the build made none. */
export const postgisExtension: typeof postgis = {
  ...postgis,
  setup: async (...given) => {
    const setup = await postgis.setup(...given);
    const file = bundleFile();
    return existsSync(file) ? { ...setup, bundlePath: pathToFileURL(file) } : setup;
  },
};

/** Makes the bundle unless it is there. */
export function makePostgisBundle(): Promise<void> {
  return makeBuiltFile(bundleFile(), async () => {
    const packaged = createRequire(import.meta.url).resolve('@electric-sql/pglite-postgis');
    const whole = gunzipSync(readFileSync(join(dirname(packaged), 'postgis.tar.gz')));
    return gzipSync(keepOfTar(whole, KEPT), { level: LEAST_COMPRESSED });
  });
}

const BLOCK_BYTES = 512;

/** The entries of a tar whose names match, as they are. */
export function keepOfTar(tar: Buffer, kept: readonly RegExp[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at + BLOCK_BYTES <= tar.length && tar[at] !== 0) {
    const text = (from: number, bytes: number) =>
      tar.toString('utf8', at + from, at + from + bytes).replace(/\0.*$/s, '');
    const prefix = text(345, 155);
    const name = (prefix === '' ? '' : `${prefix}/`) + text(0, 100);
    const contentBytes = Number.parseInt(text(124, 12), 8);
    if (Number.isNaN(contentBytes)) throw new Error(`no tar: entry ${name} has no length`);
    const end = at + BLOCK_BYTES * (1 + Math.ceil(contentBytes / BLOCK_BYTES));
    if (kept.some((one) => one.test(name))) parts.push(tar.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK_BYTES)]);
}
