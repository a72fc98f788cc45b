import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../server/db/actor.ts';
import { openDatabase } from '../../server/db/data-source.ts';
import type { Database } from '../../server/db/database.ts';
import { makePreparedDirectory } from '../../server/db/embedded/prepared-directory.ts';
import { hashOf } from '../../server/services/audit/verify-chain.ts';
import { PROGRAM, ROOT } from '../support/built-server.ts';
import { temporaryDirectory } from '../support/database.ts';

const directory = temporaryDirectory();
const CODE = '99901';
const KEY = 'a key of sixteen characters';
const file = (name: string) => join(directory.path, name);

async function michishirube(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: ROOT,
    env: { ...process.env, LANG: 'en_US.UTF-8', DATA_DIR: file('data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  await once(child, 'close');
  return { code: child.exitCode, said };
}

/** The commands join the engine that is open here, as they do with a running server. */
describe('the log and back-ups from the command line', { timeout: 240_000 }, () => {
  let database: Database;
  beforeAll(async () => {
    await makePreparedDirectory();
    const config = { dataDir: file('data'), databaseUrl: null, databasePoolSize: 4 };
    database = await openDatabase(config);
    writeFileSync(file('roster.csv'), '名簿番号,氏名,住所,要介護度\r\n1,架空 花子,,要介護5\r\n');
    const imported = await michishirube([
      ...['import', 'roster', file('roster.csv'), '--municipality', CODE, '--name', '架空市'],
    ]);
    expect(imported).toMatchObject({ code: 0 });
    writeFileSync(file('key'), `${KEY}\n`, { mode: 0o600 });
  }, 120_000);
  afterAll(async () => {
    await database.close();
    directory.remove();
  });

  test('an export is in the log, and the log can be verified outside of the program', async () => {
    expect(await michishirube(['export', '--out', file('people.csv')])).toMatchObject({ code: 0 });
    expect(await michishirube(['audit', 'export', '--out', file('log')])).toMatchObject({
      code: 0,
    });
    const [root, ...lines] = readFileSync(file('log'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    let last: string = root.root.hash;
    for (const { hash, line } of lines) {
      expect(hashOf(last, line)).toBe(hash);
      last = hash;
    }
    expect(last).toBe(root.head.hash);
    const actions = lines.map(({ line }) => JSON.parse(line).action);
    expect(actions).toEqual(['data.change', 'people.export', 'audit.export']);
    expect(lines[1].line).toContain(SYSTEM.role);
    expect(readFileSync(file('log'), 'utf8')).not.toContain('花子');
  });

  test('back-up beside a running server, and restore into a new directory', async () => {
    const key = { BACKUP_KEY_FILE: file('key') };
    expect(await michishirube(['backup', '--out', file('b')])).toMatchObject({ code: 1 });
    expect(existsSync(file('b'))).toBe(false);
    expect(await michishirube(['backup', '--out', file('b')], key)).toMatchObject({ code: 0 });
    expect(statSync(file('b')).mode & 0o777).toBe(0o600);
    const into = { ...key, DATA_DIR: file('new') };
    const config = { dataDir: file('new'), databaseUrl: null, databasePoolSize: 4 };
    const engine = await openDatabase(config, { migrate: false });
    const wrong = await michishirube(['restore', file('b')], {
      ...into,
      BACKUP_KEY_FILE: file('log'),
    });
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('backup.key-wrong') });
    expect(await michishirube(['restore', file('b')], into)).toMatchObject({ code: 0 });
    const again = await michishirube(['restore', file('b')], into);
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('restore.not-empty') });
    expect(await michishirube(['audit', 'verify'], into)).toMatchObject({ code: 0 });
    const people = await michishirube(['export'], into);
    expect(people.said).toContain('架空 花子');
    await engine.close();
  });

  test('how long lines are kept', async () => {
    expect((await michishirube(['audit', 'retention'])).said).toContain('1825');
    expect(await michishirube(['audit', 'retention', '30'])).toMatchObject({ code: 1 });
    expect((await michishirube(['audit', 'retention', '400'])).said).toContain('400');
    expect((await michishirube(['audit', 'prune'])).said).toContain('0 lines');
  });

  test('verify names the line that was changed, and ends with 1', async () => {
    expect(await michishirube(['audit', 'verify'])).toMatchObject({ code: 0 });
    await database.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await database.query(
      `UPDATE audit_entry SET people = '{}' WHERE municipality_code = $1 AND seq = 2`,
      [CODE],
    );
    const { code, said } = await michishirube(['audit', 'verify', '--municipality', CODE]);
    expect(code).toBe(1);
    expect(said).toContain('line 2 was changed');
    expect(said).toContain('[audit.broken]');
  });
});
