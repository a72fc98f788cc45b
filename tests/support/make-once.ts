import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './built-server.ts';

const CACHE = join(tmpdir(), `michishirube-tests-${userInfo().uid}`);
const KEPT_MILLIS = 24 * 3600_000;
const PAUSE_MILLIS = 250;

/**
 * Makes a directory unless one of the very same sources is there. Test files run in processes of their
 * own: the first makes it, the others wait for it.
 */
export async function makeOnce(
  kind: string,
  sources: readonly string[],
  make: (directory: string) => Promise<void>,
): Promise<string> {
  mkdirSync(CACHE, { recursive: true, mode: 0o700 });
  const directory = join(CACHE, `${kind}-${digestOf(sources)}`);
  const lock = `${directory}.lock`;
  while (!existsSync(directory)) {
    if (!takeLock(lock)) {
      await sleep(PAUSE_MILLIS);
      continue;
    }
    // Under another name until it is whole: a run that is killed leaves nothing that looks ready.
    const unfinished = `${directory}.part`;
    try {
      if (existsSync(directory)) break;
      removeOld();
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished);
      await make(unfinished);
      renameSync(unfinished, directory);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
      rmSync(lock, { force: true });
    }
  }
  utimesSync(directory, new Date(), new Date());
  return directory;
}

/** False where another process that lives holds it. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const digests = new Map<string, string>();

/** Of what the files of those paths hold, and of the libraries. */
export function digestOf(sources: readonly string[]): string {
  const known = digests.get(sources.join());
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const file of [...sources, 'package-lock.json'].flatMap(filesIn).sort())
    hash.update(file).update(readFileSync(join(ROOT, file)));
  const digest = hash.digest('hex').slice(0, 16);
  digests.set(sources.join(), digest);
  return digest;
}

function filesIn(path: string): string[] {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

function removeOld(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > KEPT_MILLIS) rmSync(path, { recursive: true, force: true });
  }
}
