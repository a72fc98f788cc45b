import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../../server/main.ts';
import { countUnopened } from '../../../server/services/accounts/seal-stored-secrets.ts';
import { secondFactorKey } from '../../../server/services/accounts/second-factor-key.ts';
import { createSecretSealer, isSealed } from '../../../server/services/accounts/secret-sealer.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { serverConfig } from '../../support/server-config.ts';
import { signedIn } from '../../support/signed-in.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';
const LONG = 'k'.repeat(32);
const NOT_SET = { databaseUrl: null, secondFactorKey: null, secondFactorKeyFile: null } as const;
const missing = { problem: { code: 'second-factor.key-missing' } };

const directory = mkdtempSync(join(tmpdir(), 'michishirube-key-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('where the key comes from', () => {
  test('beside the embedded database it is made once, for its user alone', async () => {
    const config = { ...NOT_SET, dataDir: join(directory, 'data') };
    const [first, again] = await Promise.all([secondFactorKey(config), secondFactorKey(config)]);
    expect(again).toBe(first);
    expect(await secondFactorKey(config)).toBe(first);
    expect(Buffer.from(first, 'base64')).toHaveLength(32);
    const file = join(config.dataDir, 'second-factor.key');
    expect(readFileSync(file, 'utf8').trim()).toBe(first);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('a database server needs one that is named, and it is never made there', async () => {
    const server = { ...NOT_SET, dataDir: directory, databaseUrl: 'postgres://db/x' };
    const file = join(directory, 'own.key');
    await expect(secondFactorKey(server)).rejects.toMatchObject({
      problem: {
        ...missing.problem,
        ja: expect.stringContaining('SECOND_FACTOR_KEY_FILE'),
        en: expect.stringContaining('SECOND_FACTOR_KEY_FILE'),
      },
    });
    await expect(secondFactorKey({ ...server, secondFactorKeyFile: file })).rejects.toMatchObject(
      missing,
    );
    writeFileSync(file, 'too short\n');
    await expect(secondFactorKey({ ...server, secondFactorKeyFile: file })).rejects.toMatchObject(
      missing,
    );
    writeFileSync(file, `${LONG}\n`);
    expect(await secondFactorKey({ ...server, secondFactorKeyFile: file })).toBe(LONG);
    expect(await secondFactorKey({ ...server, secondFactorKey: LONG })).toBe(LONG);
  });
});

test('what is sealed opens for the same key and account, whole, and for nothing else', () => {
  const sealer = createSecretSealer(LONG);
  const sealed = sealer.seal('a', SECRET);
  expect(sealed).not.toContain(SECRET);
  expect(sealer.seal('a', SECRET)).not.toBe(sealed);
  expect(createSecretSealer(LONG).open('a', sealed)).toBe(SECRET);
  expect(sealer.open('b', sealed)).toBeNull();
  expect(createSecretSealer(`${LONG}!`).open('a', sealed)).toBeNull();
  expect(sealer.open('a', SECRET)).toBeNull();
  const [version, id, bytes = ''] = sealed.split('.');
  const changed = Buffer.from(bytes, 'base64url');
  changed.writeUInt8((changed.at(-1) ?? 0) ^ 1, changed.length - 1);
  expect(sealer.open('a', `${version}.${id}.${changed.toString('base64url')}`)).toBeNull();
});

describe('at the start', () => {
  let bench: TestDatabase;
  let accountId: string;
  beforeAll(async () => {
    bench = await createTestDatabase('embedded', null);
    ({ accountId } = await signedIn(bench.database, 'administrator', null));
    await bench.database.query('UPDATE account SET totp_secret = $1, totp_since = now()', [SECRET]);
  });
  afterAll(() => bench.remove());
  const stored = async () => {
    const rows = await bench.database.query<{ secret: string }>(
      'SELECT totp_secret AS secret FROM account',
    );
    return rows[0]?.secret ?? '';
  };

  test('what lay in the open is sealed; another key is refused and changes nothing', async () => {
    const config = serverConfig(bench.config, { secondFactorKey: LONG });
    await (await startServer(config)).close();
    const sealed = await stored();
    expect(isSealed(sealed)).toBe(true);
    expect(createSecretSealer(LONG).open(accountId, sealed)).toBe(SECRET);
    await (await startServer(config)).close();
    expect(await stored()).toBe(sealed);
    const other = startServer({ ...config, secondFactorKey: 'x'.repeat(32) });
    await expect(other).rejects.toMatchObject({ problem: { code: 'second-factor.key-wrong' } });
    expect(await stored()).toBe(sealed);
    expect(await countUnopened(bench.database, createSecretSealer(LONG))).toBe(0);
  });
});
