import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { COMMAND_LINE, SYSTEM, withActor } from '../../server/db/actor.ts';
import { openDatabase } from '../../server/db/data-source.ts';
import {
  type Checksum,
  checksumOf,
  listTables,
  speakPlainly,
} from '../../server/db/queries/dump.ts';
import { countUnopened } from '../../server/services/accounts/seal-stored-secrets.ts';
import { secondFactorKey } from '../../server/services/accounts/second-factor-key.ts';
import { createSecretSealer } from '../../server/services/accounts/secret-sealer.ts';
import { recordAccess } from '../../server/services/audit/record-access.ts';
import { verifyChain } from '../../server/services/audit/verify-chain.ts';
import { createBackup } from '../../server/services/backup/create-backup.ts';
import { restoreBackup } from '../../server/services/backup/restore-backup.ts';
import { createMunicipality } from '../../server/services/create-municipality.ts';
import { importDataset } from '../../server/services/import-dataset.ts';
import { CODE, DISTRICTS, ROSTER, SHELTERS, ZONES } from '../http/support/city.ts';
import {
  canTest,
  createTestDatabase,
  DATABASE_KINDS,
  type TestDatabase,
  temporaryDirectory,
} from '../support/database.ts';

const postgisUrl = inject('postgisUrl');
const KINDS = DATABASE_KINDS.filter((kind) => canTest(kind, postgisUrl));
/** Where it does not matter which of the two: a server makes a database in no time. */
const SPARE = postgisUrl === null ? 'embedded' : 'server';
const KEY = '十六文字以上の合言葉 for tests';
const TODAY = '2026-11-24';
const ACCOUNT = '00000000-0000-4000-8000-0000000000aa';
const keyConfig = (dataDir: string) => ({
  ...{ dataDir, databaseUrl: null, secondFactorKey: null, secondFactorKeyFile: null },
});

/** Rows in the tables and what they hash to, but for the log of the installation, which restoring adds to. */
async function everything({ database }: TestDatabase) {
  return database.transaction(async (tx) => {
    await speakPlainly(tx);
    const tables = await listTables(tx);
    const sums = [];
    for (const { table } of tables)
      if (!table.startsWith('audit_')) sums.push(await checksumOf(tx, table));
    return sums;
  });
}

const withoutSessions = (sums: readonly Checksum[]) =>
  sums.filter(({ table }) => table !== 'session');

describe.each(KINDS)('back-up and restore (%s)', { timeout: 120_000 }, (kind) => {
  let bench: TestDatabase;
  let file: string;
  let elsewhere: { readonly path: string; remove(): void };
  const context = () => ({ database: bench.database, actor: COMMAND_LINE, today: TODAY });

  beforeAll(async () => {
    bench = await createTestDatabase(kind, postgisUrl);
    const { dataDir } = bench.config;
    await createMunicipality(context(), CODE, '架空市');
    for (const [source, name, content] of [
      ['districts', 'districts.geojson', DISTRICTS],
      ['ksj-a33', 'zones.geojson', ZONES],
      ['gsi-shelters', 'shelters.csv', SHELTERS],
      ['roster', 'roster.csv', ROSTER],
    ] as const) {
      const path = join(dataDir, name);
      writeFileSync(path, content);
      const imported = await importDataset(
        { ...context(), actor: SYSTEM },
        { municipalityCode: CODE, source, files: [path] },
      );
      if (!imported.ok) throw new Error(imported.problem.en);
      rmSync(path);
    }
    await bench.database.query(
      `INSERT INTO consent_scan SELECT municipality_code, id, 'roster', id, 'image/png',
         decode(repeat('00ff5c0a', 50000), 'hex'), now(), 'x', null FROM resident`,
    );
    await bench.database.query(
      `INSERT INTO site_override (municipality_code, id, version, road_source, road_id, road_middle,
         facts, created_by, updated_by)
       SELECT municipality_code, id, 1, 'osm', 'way/1/0', ST_SetSRID(ST_MakePoint(132.33, 34.35), 4326),
         '{"widthMeters": 3.8}', 'x', 'x' FROM resident LIMIT 1`,
    );
    await bench.database.query(
      `INSERT INTO site_override_photo (municipality_code, override_id, id, media_type, content, added_by)
       SELECT municipality_code, id, id, 'image/png', decode('89504e47', 'hex'), 'x' FROM site_override`,
    );
    await recordAccess(bench.database, SYSTEM, CODE, { action: 'people.export', people: [] });
    mkdirSync(join(dataDir, 'basemaps', CODE), { recursive: true });
    writeFileSync(join(dataDir, 'basemaps', CODE, 'town.pmtiles'), Buffer.alloc(400_000, 7));
    await bench.database.query(
      `INSERT INTO account (id, login_name, login_key, display_name, role, must_change_password)
       VALUES ('${ACCOUNT}', 'k', 'k', '架空', 'administrator', false)`,
    );
    await bench.database.query(
      `INSERT INTO session (id, account_id, agent_hash, second_factor)
       VALUES (repeat('a', 64), '${ACCOUNT}', '', true)`,
    );
    await bench.database.query('UPDATE account SET totp_secret = $1, totp_since = now()', [
      createSecretSealer(await secondFactorKey(keyConfig(dataDir))).seal(
        ACCOUNT,
        'JBSWY3DPEHPK3PXP',
      ),
    ]);
    elsewhere = temporaryDirectory();
    file = join(elsewhere.path, 'town.backup');
    await createBackup(context(), dataDir, file, KEY);
  });
  afterAll(async () => {
    await bench.remove();
    elsewhere.remove();
  });

  test('inside the data directory it would hold itself: refused', async () => {
    const inside = join(bench.config.dataDir, 'basemaps', 'nightly.backup');
    await expect(createBackup(context(), bench.config.dataDir, inside, KEY)).rejects.toMatchObject({
      problem: { code: 'backup.inside-data' },
    });
    expect(existsSync(inside)).toBe(false);
  });

  test('nobody else can read the file, and no word of it stands in it', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const content = readFileSync(file);
    for (const word of ['花子', 'resident', 'INSERT', 'pmtiles', 'michishirube-backup'])
      expect(content.includes(Buffer.from(word))).toBe(false);
  });

  test.each(KINDS)('destroyed, it comes back into an empty database (%s)', async (into) => {
    const target = await createTestDatabase(into, postgisUrl);
    try {
      const restored = await restoreBackup(
        { ...context(), database: target.database },
        target.config.dataDir,
        file,
        KEY,
      );
      expect(restored.files).toEqual([`basemaps/${CODE}/town.pmtiles`, 'second-factor.key']);
      const keyFile = join(target.config.dataDir, 'second-factor.key');
      expect(statSync(keyFile).mode & 0o777).toBe(0o600);
      const kept = createSecretSealer(readFileSync(keyFile, 'utf8').trim());
      expect(await countUnopened(target.database, kept)).toBe(0);
      expect(await countUnopened(target.database, null)).toBe(1);
      const map = readFileSync(join(target.config.dataDir, 'basemaps', CODE, 'town.pmtiles'));
      expect(map.equals(Buffer.alloc(400_000, 7))).toBe(true);
      const expected = await everything(bench);
      expect(expected.find(({ table }) => table === 'resident')?.rows).toBe(7);
      expect(expected.filter(({ rows }) => rows > 0).length).toBeGreaterThan(10);
      const found = await everything(target);
      // Sessions end with what they were opened in.
      expect(expected.find(({ table }) => table === 'session')?.rows).toBe(1);
      expect(found.find(({ table }) => table === 'session')?.rows).toBe(0);
      expect(withoutSessions(found)).toEqual(withoutSessions(expected));
      expect(await verifyChain(target.database, CODE)).toMatchObject({
        broken: null,
        entries: 1,
      });
      expect(await verifyChain(target.database, '')).toMatchObject({ broken: null, entries: 2 });
      // It is no dead copy: foreign keys hold as before, and people are reached as before.
      const orphan = `INSERT INTO consent_rule VALUES ('00000', 1, false, null, now(), 'x')`;
      await expect(target.database.query(orphan)).rejects.toThrow(/foreign key/);
      const people = await withActor(target.database, SYSTEM, CODE, (tx) =>
        tx.query('SELECT * FROM access.resident'),
      );
      expect(people).toHaveLength(7);
    } finally {
      await target.remove();
    }
  });

  test('a wrong key, a changed byte, a cut-off end and another file are refused before anything is done', async () => {
    const target = await createTestDatabase(SPARE, postgisUrl);
    try {
      const { dataDir } = target.config;
      const attempt = (path: string, key = KEY) =>
        restoreBackup({ ...context(), database: target.database }, dataDir, path, key);
      const sealed = readFileSync(file);
      const variant = (name: string, content: Buffer) => {
        const path = join(dataDir, name);
        writeFileSync(path, content);
        return path;
      };
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8((flipped[5000] ?? 0) ^ 1, 5000);
      const wrong = { problem: { code: 'backup.key-wrong' } };
      await expect(attempt(file, 'another key of length')).rejects.toMatchObject(wrong);
      await expect(attempt(variant('flipped', flipped))).rejects.toMatchObject(wrong);
      await expect(attempt(variant('short', sealed.subarray(0, -1)))).rejects.toMatchObject(wrong);
      await expect(attempt(variant('cut', sealed.subarray(0, 32)))).rejects.toMatchObject({
        problem: { code: 'backup.unreadable' },
      });
      await expect(attempt(variant('other', Buffer.from('PK\u0003\u0004')))).rejects.toMatchObject({
        problem: { code: 'backup.unreadable' },
      });
      const [row] = await target.database.query<{ n: number }>(
        'SELECT count(*) AS n FROM municipality',
      );
      expect(row?.n).toBe(0);
    } finally {
      await target.remove();
    }
  });

  test('a database that holds data is left as it is, and so is a file that is there', async () => {
    const before = await everything(bench);
    await expect(restoreBackup(context(), bench.config.dataDir, file, KEY)).rejects.toMatchObject({
      problem: { code: 'restore.not-empty' },
    });
    expect(await everything(bench)).toEqual(before);
    const again = createBackup(context(), bench.config.dataDir, file, KEY);
    await expect(again).rejects.toMatchObject({ problem: { code: 'backup.exists' } });
  });

  test('while it is made, others read and change, and it holds one moment', async () => {
    const path = join(elsewhere.path, 'busy.backup');
    let changes = 0;
    let isDone = false;
    const working = (async () => {
      while (!isDone) {
        await bench.database.query('UPDATE municipality SET version = version + 1');
        changes += 1;
      }
    })();
    await createBackup(context(), bench.config.dataDir, path, KEY);
    isDone = true;
    await working;
    expect(changes).toBeGreaterThan(0);
    const target = await createTestDatabase(SPARE, postgisUrl);
    try {
      await restoreBackup(
        { ...context(), database: target.database },
        target.config.dataDir,
        path,
        KEY,
      );
    } finally {
      await target.remove();
    }
  });

  test.runIf(kind === 'embedded')(
    'it is loaded into a database that has no schema yet',
    async () => {
      const target = await createTestDatabase('embedded', postgisUrl);
      await target.database.close();
      rmSync(join(target.config.dataDir, 'pglite'), { recursive: true });
      const database = await openDatabase(target.config, { migrate: false });
      try {
        await restoreBackup({ ...context(), database }, target.config.dataDir, file, KEY);
        const [row] = await database.query<{ n: number }>('SELECT count(*) AS n FROM resident');
        expect(row?.n).toBe(7);
      } finally {
        await database.close();
        await target.remove();
      }
    },
  );
});
