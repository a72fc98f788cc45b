import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { EntryPoint } from '../../server/db/entry-point.ts';
import { ROOT } from './built-server.ts';

/**
 * Stands for `server/db/entry-point.ts` in tests: the processes and threads of code under test run from
 * the built server, which `built-server.ts` has made of the same sources.
 */
export function entryPoint(callerUrl: string, path: string): EntryPoint {
  const source = fileURLToPath(new URL(`${path}.js`, callerUrl));
  return { url: pathToFileURL(join(ROOT, 'dist', relative(ROOT, source))), execArgv: [] };
}
