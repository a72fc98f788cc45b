import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';
import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { ProblemError } from '#domain/problem';

/** The database itself is dumped by its rows; the others are made anew, or belong to work under way. */
const LEFT_OUT =
  /^(?:pglite|uploads|samples|demo-[^/]*|embedded\.[^/]*|[^/]*\.sock[^/]*|\.s\.PGSQL[^/]*)(?:\/|$)/;

/** Files of the data directory that a back-up holds, with `/` between folders. */
export async function listDataFiles(dataDir: string): Promise<string[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(dataDir.length).split(sep).filter(Boolean).join('/'),
    )
    .filter((path) => !LEFT_OUT.test(path))
    .sort();
}

export function readDataFile(dataDir: string, path: string): AsyncIterable<Buffer> {
  return createReadStream(join(dataDir, path), { highWaterMark: 3 * 2 ** 16 });
}

/** Begins a file of the data directory anew. @throws ProblemError where the path leads out of it */
export async function beginDataFile(dataDir: string, path: string): Promise<string> {
  const isInside =
    path !== '' &&
    posix.normalize(path) === path &&
    !posix.isAbsolute(path) &&
    !path.includes('\\') &&
    !path.split('/').includes('..') &&
    !LEFT_OUT.test(path);
  if (!isInside) throw new ProblemError(KEEPING_FAILURES.backupUnreadable());
  const file = join(dataDir, path);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await rm(file, { force: true });
  await writeFile(file, '', { mode: 0o600 });
  return file;
}
