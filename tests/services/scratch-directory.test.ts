import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  clearScratchDirectories,
  makeScratchDirectory,
} from '../../server/services/scratch-directory.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const dataDir = temporaryDirectory();

test('folders of ended processes go at the start; those of others that run stay', async () => {
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  const left = [
    join(dataDir, 'uploads', `upload-${ended}-abc123`),
    join(dataDir, `demo-${ended}-abc123`),
  ];
  const running = join(dataDir, 'uploads', `upload-${process.ppid}-abc123`);
  const foreign = join(dataDir, 'demo-photos');
  for (const directory of [...left, running, foreign]) mkdirSync(directory, { recursive: true });
  const own = await makeScratchDirectory(dataDir, 'upload');
  expect(existsSync(own)).toBe(true);

  await clearScratchDirectories(dataDir);
  expect([...left, own].map((directory) => existsSync(directory))).toEqual([false, false, false]);
  expect([running, foreign].map((directory) => existsSync(directory))).toEqual([true, true]);
});
