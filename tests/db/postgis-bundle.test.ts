import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  keepOfTar,
  makePostgisBundle,
  postgisExtension,
} from '../../server/db/embedded/postgis-extension.ts';
import { temporaryDirectory } from '../support/database.ts';

const tar = (options: readonly string[], input?: Buffer) =>
  execFileSync('tar', options, { input, maxBuffer: 1e9 });
const names = (listing: Buffer) =>
  listing
    .toString('utf8')
    .split('\n')
    .filter((name) => name !== '' && !name.endsWith('/'));

test('engines start with PostGIS alone: one library, its projections and the script that makes it', async () => {
  await makePostgisBundle();
  // What the package sets up is passed on; only the path is another.
  const setup = await postgisExtension.setup({} as Parameters<typeof postgisExtension.setup>[0], {
    PGLITE_ENV: {},
  });
  expect(setup.bundlePath?.href).toContain('/dist/embedded/postgis-bundle-');
  const held = names(tar(['tzf', fileURLToPath(setup.bundlePath ?? '')]));
  expect(held.filter((name) => name.endsWith('.so'))).toEqual(['lib/postgresql/postgis-3.so']);
  expect(held).toContain('share/proj/proj.db');
  expect(held.filter((name) => name.startsWith('share/postgresql/')).sort()).toEqual([
    expect.stringMatching(/\/postgis--[\d.]+\.sql$/),
    'share/postgresql/extension/postgis.control',
  ]);
});

test('of a tar the named entries are kept, byte for byte, long names among them', () => {
  const { path, remove } = temporaryDirectory();
  try {
    const deep = `${'long/'.repeat(30)}kept.txt`;
    const content = {
      'kept.txt': 'x'.repeat(512),
      'left.txt': '-',
      [deep]: 'deep',
      'empty-kept.txt': '',
    };
    for (const [name, text] of Object.entries(content)) {
      mkdirSync(join(path, dirname(name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
    const whole = tar(['cf', '-', '--format=ustar', '-C', path, ...Object.keys(content)]);
    const kept = keepOfTar(whole, [/kept\.txt$/]);
    expect(names(tar(['tf', '-'], kept))).toEqual(['kept.txt', deep, 'empty-kept.txt']);
    for (const name of ['kept.txt', deep, 'empty-kept.txt'] as const)
      expect(tar(['xOf', '-', name], kept).toString()).toBe(content[name]);
  } finally {
    remove();
  }
});

test('what is no tar is refused', () => {
  expect(() => keepOfTar(Buffer.alloc(1024, 'x'), [/./])).toThrow('no tar');
});
