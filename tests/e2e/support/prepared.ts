import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { makePreparedDirectory } from '../../../server/db/embedded/prepared-directory.ts';
import { isBuilt, PROGRAM, ROOT } from '../../support/built-server.ts';
import { makeOnce } from '../../support/make-once.ts';

const BUILT_CLIENT = join(ROOT, 'dist/web');
const WEB_SOURCES = ['web', 'server/contract', 'server/domain', 'vite.config.ts'];
const DEMO_SOURCES = ['geodata', 'server/db', 'server/domain', 'server/services', 'server/cli'];

/** The built client of the sources as they are; nobody may write into it. */
export function preparedClient(): Promise<string> {
  return makeOnce('client', WEB_SOURCES, async (directory) => {
    if (isBuilt(join(BUILT_CLIENT, 'index.html'), [...WEB_SOURCES, 'package-lock.json'])) {
      cpSync(BUILT_CLIENT, directory, { recursive: true });
      return;
    }
    // vitest says `test` here, of which React and Vite make the slow build for development.
    const environment = { NODE_ENV: 'production' };
    const to = ['--outDir', directory, '--emptyOutDir'];
    run('npx', ['vite', 'build', '--logLevel', 'warn', ...to], environment);
  });
}

/** A DATA_DIR with the demo city in it, to be copied: nobody may open a database in it. */
export function preparedDemo(): Promise<string> {
  return makeOnce('demo', DEMO_SOURCES, async (directory) => {
    await makePreparedDirectory();
    run(process.execPath, [PROGRAM, 'demo'], { DATA_DIR: directory, DATABASE_URL: '' });
  });
}

function run(command: string, args: string[], environment: Record<string, string> = {}): void {
  execFileSync(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
