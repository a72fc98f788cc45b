import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureOf } from '../../server/output/failure.ts';
import { writePrivateFile } from '../../server/output/private-file.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();

test('a file of people can be read by its owner only, also where it was open to all before', async () => {
  const file = join(directory, 'rejects.csv');
  writeFileSync(file, 'old', { mode: 0o644 });
  await writePrivateFile(file, '架空 花子');
  expect(readFileSync(file, 'utf8')).toBe('架空 花子');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('of an error that nobody expected its message is not said', () => {
  const said = JSON.stringify(failureOf(new TypeError('invalid value: 架空 花子')));
  expect(said).toContain('TypeError');
  expect(said).not.toContain('架空');
});
