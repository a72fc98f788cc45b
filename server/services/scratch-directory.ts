import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the folders of a kind are, and how their names begin, in the data directory. */
const KINDS = {
  upload: { parent: 'uploads', prefix: 'upload-' },
  demo: { parent: '.', prefix: 'demo-' },
} as const;

/** A new folder for files that last as long as one piece of work; only this user can enter it. */
export async function makeScratchDirectory(
  dataDir: string,
  kind: keyof typeof KINDS,
): Promise<string> {
  const { parent, prefix } = KINDS[kind];
  const directory = join(dataDir, parent);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return mkdtemp(join(directory, `${prefix}${process.pid}-`));
}

/**
 * Removes the folders of processes that ended before they could: an upload holds people. To be called
 * before this process has made any.
 */
export async function clearScratchDirectories(dataDir: string): Promise<void> {
  for (const { parent, prefix } of Object.values(KINDS)) {
    const directory = join(dataDir, parent);
    for (const name of await readdir(directory).catch(() => []))
      if (name.startsWith(prefix) && isLeft(name.slice(prefix.length)))
        await rm(join(directory, name), { recursive: true, force: true });
  }
}

function isLeft(name: string): boolean {
  const processId = Number(/^(\d+)-\w{6}$/.exec(name)?.[1] ?? Number.NaN);
  if (Number.isNaN(processId)) return false;
  if (processId === process.pid) return true;
  try {
    process.kill(processId, 0);
    return false;
  } catch (error) {
    // EPERM: it lives, as somebody else's.
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM');
  }
}
