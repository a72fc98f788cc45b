import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A PostgreSQL with PostGIS that lives as long as a test run, in a temporary folder of its own. */
export interface PostgisServer {
  /** Connection string of a superuser, on loopback. */
  readonly url: string;
  /** Ends every connection and comes up again on the same port; `crash`: as if the power went off. */
  restart(mode: 'fast' | 'crash', downMillis: number): Promise<void>;
  stop(): void;
}

/**
 * Starts a throw-away cluster from Debian's packages (`postgresql`, `postgresql-15-postgis-3`).
 * Returns null with a word on the console where the programs are not installed, so that what
 * needs them can skip. `TEST_DATABASE_URL` names a server to use instead.
 */
export async function startPostgisServer(): Promise<PostgisServer | null> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '')
    return { url: given, restart: async () => {}, stop: () => {} };
  const programs = findPrograms();
  if (programs === null) {
    process.stderr.write(
      'PostGIS is not installed (apt-get install postgresql postgresql-15-postgis-3): what needs it is skipped\n',
    );
    return null;
  }
  const directory = mkdtempSync(join(tmpdir(), 'michishirube-postgis-'));
  const run = runnerFor(directory);
  const data = join(directory, 'data');
  const port = await freePort();
  run(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8']);
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    `-c unix_socket_directories=${directory}`,
    '-c fsync=off',
    '-c shared_buffers=256MB',
    '-c max_connections=60',
  ].join(' ');
  const log = ['-w', '-l', join(directory, 'log'), '-o', settings];
  const start = () => run(join(programs, 'pg_ctl'), ['-D', data, ...log, 'start']);
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async restart(mode, downMillis) {
      const how = mode === 'crash' ? 'immediate' : 'fast';
      run(join(programs, 'pg_ctl'), ['-D', data, '-w', '-m', how, 'stop']);
      await sleep(downMillis);
      start();
    },
    stop: () => {
      run(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return null;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  for (const version of versions) {
    const hasPostgis = existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`);
    if (hasPostgis && existsSync(`${root}/${version}/bin/initdb`)) return `${root}/${version}/bin`;
  }
  return null;
}

/** PostgreSQL refuses to run as root: then its programs run as the packages' user `postgres`. */
function runnerFor(directory: string): (program: string, args: readonly string[]) => void {
  if (process.getuid?.() !== 0)
    return (program, args) => void execFileSync(program, args, { stdio: 'ignore' });
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  chownSync(directory, id('-u'), id('-g'));
  return (program, args) =>
    void execFileSync('runuser', ['-u', 'postgres', '--', program, ...args], {
      stdio: 'ignore',
      cwd: directory,
    });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no free port')),
      );
    });
  });
}
