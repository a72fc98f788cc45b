import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../server/db/data-source.ts';
import type { Database } from '../../server/db/database.ts';
import { makePreparedDirectory } from '../../server/db/embedded/prepared-directory.ts';
import { PROGRAM, ROOT } from '../support/built-server.ts';
import { temporaryDirectory } from '../support/database.ts';

const directory = temporaryDirectory();
const ONE_TIME = /[a-z2-9]{5}(?:-[a-z2-9]{5}){3}/;

function begin(args: readonly string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: ROOT,
    env: { ...process.env, LANG: 'en_US.UTF-8', DATA_DIR: directory.path, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  return { child, said };
}

async function run(...args: string[]) {
  const { child, said } = begin(args);
  await once(child, 'close');
  return { code: child.exitCode, ...said };
}

/** Starts the application until it says where it is, and answers what it said until then. */
async function startOnce(use: (url: string, said: string) => Promise<void>): Promise<void> {
  const { child, said } = begin(['start', '--port', '0']);
  try {
    while (!/http:\S+/.test(said.out)) {
      if (child.exitCode !== null) throw new Error(said.err);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await use(/http:\S+/.exec(said.out)?.[0] ?? '', said.out);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'close');
  }
}

/** Open all the while: each command joins its engine, and need not start one of its own. */
let database: Database;
beforeAll(async () => {
  await makePreparedDirectory();
  const config = { dataDir: directory.path, databaseUrl: null, databasePoolSize: 4 };
  database = await openDatabase(config);
}, 120_000);
afterAll(async () => {
  await database.close();
  directory.remove();
});

describe('accounts on the command line', { timeout: 180_000 }, () => {
  test('the first start prints a password for one administrator, the next start none', async () => {
    await startOnce(async (url, said) => {
      const password = ONE_TIME.exec(said)?.[0];
      const answer = await fetch(new URL('api/session', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-michishirube': '1' },
        body: JSON.stringify({ loginName: 'admin', password }),
      });
      expect(await answer.json()).toMatchObject({
        account: { role: 'administrator', municipalityCode: null, mustChangePassword: true },
        demoAccounts: [],
      });
    });
    await startOnce(async (_url, said) => expect(said).not.toMatch(ONE_TIME));
  });

  test('add, list and reset', async () => {
    const added = await run(
      'accounts',
      'add',
      'hanako',
      '--role',
      'administrator',
      '--name',
      '花子',
    );
    expect(added.code).toBe(0);
    const [first] = ONE_TIME.exec(added.out) ?? [];
    const listed = await run('accounts', 'list');
    expect(listed.out).toMatch(/admin\t.*\nhanako\t花子\tAdministrator\t-/);
    expect(listed.out).not.toContain(first);
    const reset = await run('accounts', 'reset', 'Hanako');
    expect(ONE_TIME.exec(reset.out)?.[0]).not.toBe(first);
  });

  test('a demo city that was stopped while it was loaded has no accounts', async () => {
    const { child, said } = begin(['start', '--demo', '--port', '0']);
    while (!/Making the demo city/.test(said.err)) {
      if (child.exitCode !== null) throw new Error(said.err);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill('SIGTERM');
    await once(child, 'close');
    const listed = await run('accounts', 'list');
    expect(listed.code).toBe(0);
    expect(listed.out).not.toContain('demo-');
  });

  test('what cannot be is said, with exit code 1 or 2', async () => {
    const officer = ['--role', 'disaster-officer', '--name', '次郎'];
    const runs = [
      await run('accounts', 'add', 'jiro', ...officer),
      await run('accounts', 'add', 'jiro', ...officer, '--municipality', '99999'),
      await run('accounts', 'add', 'a b', '--role', 'administrator', '--name', 'x'),
      await run('accounts', 'reset', 'nobody'),
      await run('accounts', 'add', 'jiro', '--role', 'root', '--name', 'x'),
      await run('accounts', 'add', 'jiro', ...officer, '--municipality', '7', '--districts', ''),
    ];
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 1, 1, 2, 1]);
    expect(runs[2]?.err).toContain('An account name has');
    expect(runs[5]?.err).toContain('not valid: --municipality, --districts');
    expect(runs[0]?.err).toContain('Only administrators are of no municipality');
    expect(runs[3]?.err).toContain('There is no such account');
  });
});
