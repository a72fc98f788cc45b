import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { ProblemError } from '#domain/problem';

/** The database itself is dumped by its rows; the others are made anew, or belong to work under way. */
const LEFT_OUT =
  /^(?:pglite|uploads|samples|prints|demo-[^/]*|embedded\.[^/]*|[^/]*\.sock[^/]*|\.s\.PGSQL[^/]*)(?:\/|$)/;

export function isInside(directory: string, file: string): boolean {
  const path = relative(resolve(directory), resolve(file));
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}

/** Files of the data directory that a back-up holds, with `/` between folders. */
export async function listDataFiles(dataDir: string): Promise<string[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      // With a database server there may be no such directory yet; one that cannot be read is no empty one.
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
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

/**
 * Begins a file that is to stand in the data directory once all of the back-up is there: until `keep` what
 * was there before stays. @throws ProblemError where the path leads out of the directory
 */
export async function beginDataFile(dataDir: string, path: string): Promise<RestoredFile> {
  const isWithin =
    path !== '' &&
    posix.normalize(path) === path &&
    !posix.isAbsolute(path) &&
    !path.includes('\\') &&
    !path.split('/').includes('..') &&
    !LEFT_OUT.test(path);
  if (!isWithin) throw new ProblemError(KEEPING_FAILURES.backupUnreadable());
  const file = join(dataDir, path);
  const unfinished = `${file}.restoring`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(unfinished, '', { mode: 0o600 });
  return {
    path,
    add: (data) => appendFile(unfinished, data),
    keep: () => rename(unfinished, file),
    drop: () => rm(unfinished, { force: true }),
  };
}

export interface RestoredFile {
  readonly path: string;
  add(data: Buffer): Promise<void>;
  keep(): Promise<void>;
  drop(): Promise<void>;
}
