import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { COMMAND_LINE, withActor } from '../../server/db/actor.ts';
import { openDatabase } from '../../server/db/data-source.ts';
import type { Database } from '../../server/db/database.ts';
import { PROTECTED_TABLES } from '../../server/db/migrations/access-0010/policies.ts';
import { createMunicipality } from '../../server/services/create-municipality.ts';

const postgisUrl = inject('postgisUrl');
const CODE = '99904';
const OFFICER = { ...COMMAND_LINE, role: 'disaster-officer', municipalityCode: CODE } as const;
const FIRE = { ...OFFICER, role: 'fire-department' } as const;

/** As a city runs it: the program signs in as a user that owns the tables and is no superuser. */
describe.skipIf(postgisUrl === null)('a database server with a plain user', () => {
  const name = `plain_${randomUUID().replaceAll('-', '')}`;
  let database: Database;
  const asSuperuser = async (url: string, ...statements: string[]) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const urlOf = (user: string | null) => {
    const url = new URL(postgisUrl ?? '');
    url.pathname = `/${name}`;
    if (user !== null) [url.username, url.password] = [user, 'plain'];
    return url.href;
  };

  beforeAll(async () => {
    await asSuperuser(
      postgisUrl ?? '',
      `DO $$ BEGIN CREATE ROLE michishirube_app NOLOGIN;
         EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
      `CREATE ROLE ${name} LOGIN PASSWORD 'plain'`,
      `GRANT michishirube_app TO ${name}`,
      `CREATE DATABASE ${name} OWNER ${name}`,
    );
    await asSuperuser(
      urlOf(null),
      'CREATE EXTENSION postgis',
      `ALTER SCHEMA public OWNER TO ${name}`,
    );
    database = await openDatabase({
      ...{ dataDir: '/nonexistent', databaseUrl: urlOf(name), databasePoolSize: 3 },
    });
    await createMunicipality(
      { database, actor: COMMAND_LINE, today: '2026-11-24' },
      CODE,
      '架空市',
    );
    await withActor(database, OFFICER, CODE, (tx) =>
      tx.query(
        `INSERT INTO resident (municipality_code, id, roster_number, name, accuracy, position_origin,
           content_hash) VALUES ($1, gen_random_uuid(), '1', '印', 'none', 'none', '')`,
        [CODE],
      ),
    );
  }, 120_000);
  afterAll(async () => {
    await database?.close();
    await asSuperuser(
      postgisUrl ?? '',
      `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
      `DROP ROLE IF EXISTS ${name}`,
    );
  });

  const count = (actor: typeof OFFICER | typeof FIRE, code = CODE) =>
    withActor(database, actor, code, async (tx) => {
      const [row] = await tx.query<{ people: number; seen: number }>(
        'SELECT (SELECT count(*) FROM resident) AS people, (SELECT count(*) FROM access.resident) AS seen',
      );
      return row;
    });

  test('the role of the application owns nothing, cannot sign in and bypasses nothing', async () => {
    const [role] = await database.query(
      `SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreaterole,
         (SELECT count(*) FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname = 'michishirube_app'`,
    );
    expect(role).toEqual({
      ...{ rolcanlogin: false, rolsuper: false, rolbypassrls: false, rolcreaterole: false },
      owned: 0,
    });
  });

  test('every table with a person in it is under row-level security', async () => {
    const rows = await database.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity`,
    );
    expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining([...PROTECTED_TABLES]));
    const withPerson = await database.query<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name IN ('resident_id', 'resident_a', 'roster_number')`,
    );
    expect(PROTECTED_TABLES).toEqual(expect.arrayContaining(withPerson.map((row) => row.name)));
  });

  test('an officer sees the person, the fire department not without consent, nobody of another city', async () => {
    expect(await count(OFFICER)).toEqual({ people: 1, seen: 1 });
    expect(await count(FIRE)).toEqual({ people: 0, seen: 0 });
    expect(await count(OFFICER, '99905')).toEqual({ people: 0, seen: 0 });
  });

  test('without the settings of an actor the role sees nobody, and it cannot give itself more', async () => {
    const seen = await database.transaction(async (tx) => {
      await tx.query(`SELECT set_config('role', 'michishirube_app', true)`);
      return tx.query('SELECT 1 FROM resident UNION ALL SELECT 1 FROM access.resident');
    });
    expect(seen).toEqual([]);
    for (const statement of [
      'ALTER TABLE resident DISABLE ROW LEVEL SECURITY',
      'CREATE POLICY more ON resident USING (true)',
      'TRUNCATE resident',
    ])
      await expect(withActor(database, OFFICER, CODE, (tx) => tx.query(statement))).rejects.toThrow(
        /permission denied|must be owner/,
      );
  });

  test('who does not keep the roster changes nobody', async () => {
    await expect(
      withActor(database, FIRE, CODE, (tx) =>
        tx.query(
          `INSERT INTO resident (municipality_code, id, roster_number, name, accuracy,
             position_origin, content_hash)
           VALUES ($1, gen_random_uuid(), '2', '印', 'none', 'none', '')`,
          [CODE],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    const changed = await withActor(database, FIRE, CODE, (tx) =>
      tx.query(`UPDATE resident SET name = 'x' RETURNING id`),
    );
    expect(changed.flat()).not.toContainEqual(expect.objectContaining({ id: expect.anything() }));
    expect(await count(OFFICER)).toEqual({ people: 1, seen: 1 });
  });
});
