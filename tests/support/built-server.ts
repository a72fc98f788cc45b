import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
/** The program as a user runs it: `process.execPath` is given this path first. */
export const PROGRAM = join(ROOT, 'dist/server/cli/main.js');
const SOURCES = ['server', 'geodata', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

/**
 * vitest `globalSetup`: the built server, as the sources are now. Processes and threads that a test
 * starts run from it: from TypeScript each would take seconds longer to start.
 */
export default function setup(): void {
  if (isBuilt(PROGRAM, SOURCES)) return;
  execFileSync('npm', ['run', '--silent', 'build:server'], { cwd: ROOT, stdio: 'inherit' });
}

/** Whether a file was built after the last change of what it is built of. */
export function isBuilt(file: string, sources: readonly string[]): boolean {
  const built = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.every((source) => newest(join(ROOT, source)) < built);
}

/** When the last change below a path was made, in milliseconds; directories count for what was removed. */
function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const entries = readdirSync(path, { recursive: true }).map((entry) => join(path, String(entry)));
  return Math.max(mtimeMs, ...entries.map((entry) => statSync(entry).mtimeMs));
}
