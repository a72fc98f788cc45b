import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const lockPath = (dataDir: string) => join(dataDir, 'embedded.lock');

/**
 * Takes the data directory for this process; false where another living process has it. Two engines
 * on one directory would destroy it.
 *
 * The lock names its holder and when that began, as a process number is used again after a restart.
 */
export function takeLock(dataDir: string): boolean {
  const lock = lockPath(dataDir);
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      // A link appears with its content or not at all, so nobody ever reads half a lock.
      if (tryLink(own, lock)) return true;
      if (isHeld(lock)) return false;
      rmSync(lock, { force: true });
    }
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

export function releaseLock(dataDir: string): void {
  rmSync(lockPath(dataDir), { force: true });
}

/** Whether a living process holds the data directory. */
export function isLocked(dataDir: string): boolean {
  return isHeld(lockPath(dataDir));
}

function tryLink(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(lock: string): boolean {
  try {
    const holder: unknown = JSON.parse(readFileSync(lock, 'utf8'));
    if (typeof holder !== 'object' || holder === null) return false;
    if (!('pid' in holder) || typeof holder.pid !== 'number') return false;
    process.kill(holder.pid, 0);
    return 'started' in holder && holder.started === startOf(holder.pid);
  } catch {
    return false;
  }
}

/** Start of a process in ticks since the machine's; null where there is no /proc (macOS). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, second, may hold spaces; the start is field 22.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
