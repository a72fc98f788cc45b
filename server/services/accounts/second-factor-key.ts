import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { ProblemError } from '#domain/problem';
import type { Config } from '../../config.ts';

export type KeyConfig = Pick<
  Config,
  'dataDir' | 'databaseUrl' | 'secondFactorKey' | 'secondFactorKeyFile'
>;

/** Beside the embedded database; it goes into back-ups, which are encrypted themselves. */
export const KEY_FILE = 'second-factor.key';
const LEAST_LENGTH = 32;
const KEY_BYTES = 32;

/** Whether the key lies in the data directory, and so in every back-up. */
export const isKeyInDataDir = (config: KeyConfig): boolean =>
  config.databaseUrl === null &&
  config.secondFactorKey === null &&
  config.secondFactorKeyFile === null;

/**
 * What second factors are sealed by: as set, else the one beside the embedded database, which the first
 * start makes. @throws ProblemError where none is set for a database server, or it cannot be read
 */
export async function secondFactorKey(config: KeyConfig): Promise<string> {
  if (isKeyInDataDir(config)) return keyBesideDatabase(config.dataDir);
  const { secondFactorKeyFile: file } = config;
  const key =
    file === null ? config.secondFactorKey : await readFile(file, 'utf8').catch(() => null);
  return usable(key);
}

async function keyBesideDatabase(dataDir: string): Promise<string> {
  const file = join(dataDir, KEY_FILE);
  const there = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  if (there !== null) return usable(there);
  await mkdir(dataDir, { recursive: true });
  // Written elsewhere first: of two that start at once neither reads half a key, and the first one's stays.
  const unfinished = `${file}.${process.pid}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(unfinished, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600 });
    await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { force: true });
  }
  return usable(await readFile(file, 'utf8'));
}

function usable(text: string | null): string {
  const key = text?.trim() ?? '';
  if (key.length < LEAST_LENGTH) throw new ProblemError(KEEPING_FAILURES.secondFactorKeyMissing());
  return key;
}
