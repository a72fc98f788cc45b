import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { problemOf } from '../../server/services/import/import-report.ts';

const refused = () =>
  new Promise<Error>((resolve) => {
    // The discard port of this computer: nobody listens.
    connect(9, '127.0.0.1').once('error', resolve);
  });

test('a file that is not there is a problem of the file, a database that is gone is not', async () => {
  for (const path of ['/nowhere/at/all', import.meta.dirname]) {
    const error: unknown = await readFile(path).catch((caught: unknown) => caught);
    expect(problemOf(error, undefined).code).toBe('import.file-unreadable');
  }
  expect(problemOf(await refused(), undefined).code).toBe('database.unreachable');
});

test('a bug is no problem of the file', () => {
  const reset = Object.assign(new Error('read ECONNRESET'), {
    code: 'ECONNRESET',
    syscall: 'read',
  });
  for (const bug of [new TypeError('x is not a function'), reset])
    expect(() => problemOf(bug, undefined)).toThrow(bug);
});
