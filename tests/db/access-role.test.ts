import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { COMMAND_LINE, withActor } from '../../server/db/actor.ts';
import { openDatabase } from '../../server/db/data-source.ts';
import type { Database } from '../../server/db/database.ts';
import { PROTECTED_TABLES } from '../../server/db/migrations/access-0010/policies.ts';
import { APPLICATION_ROLE } from '../../server/db/migrations/access-0010/role.ts';
import { createMunicipality } from '../../server/services/create-municipality.ts';

const postgisUrl = inject('postgisUrl');
const CODE = '99904';
const OFFICER = { ...COMMAND_LINE, role: 'disaster-officer', municipalityCode: CODE } as const;
/** Each migration protects the tables that it makes. */
const PROTECTED = [...PROTECTED_TABLES, 'staged_consent', 'plan_proposal', 'plan_proposal_line'];
/** What was found on roads on site, and fire stations: changed and taken back, never deleted. */
const NEVER_DELETED = [
  'site_override',
  'site_override_change',
  'site_override_photo',
  'fire_station',
  'relay_office',
  'plan_setting',
  'response',
  'travel_profile',
  ...['drill', 'drill_agreement', 'drill_template', 'drill_finding', 'drill_finding_plan'],
  'drill_publication',
  'social_resource',
  'social_resource_change',
  ...['chart_figure', 'chart_figure_import', 'chart_items', 'chart_release'],
  ...['chart_snapshot', 'chart_snapshot_value'],
];
/** Personal, and changed by steps alone: never deleted. */
const PLANS = ['plan', 'plan_basis', 'relay_sheet', 'relay_attachment'];
/** What was once written stays as it is. */
const ADDED_ALONE = [
  ...['plan_version', 'plan_event'],
  ...['response_person', 'response_report', 'response_unexpected', 'relay_event'],
  ...['drill_version', 'drill_person', 'drill_template_version', 'drill_event', 'drill_photo'],
  'drill_tour',
];
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
    expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(PROTECTED));
    const withPerson = await database.query<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name IN ('resident_id', 'resident_a', 'roster_number')`,
    );
    expect([...PROTECTED, ...PLANS, ...NEVER_DELETED, ...ADDED_ALONE]).toEqual(
      expect.arrayContaining(withPerson.map((row) => row.name)),
    );
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

  test('no policy of writing lets anybody read', async () => {
    const policies = await database.query<{ tablename: string; cmd: string; reads: boolean }>(
      `SELECT tablename, cmd, policyname = 'reads' AS reads FROM pg_policies`,
    );
    for (const { cmd, reads } of policies) {
      expect(['SELECT', 'INSERT', 'UPDATE', 'DELETE']).toContain(cmd);
      expect(cmd === 'SELECT').toBe(reads);
    }
    const tables = new Set(policies.map(({ tablename }) => tablename));
    const neverDeleted = [...NEVER_DELETED, ...PLANS];
    expect([...tables].sort()).toEqual([...PROTECTED, ...neverDeleted, ...ADDED_ALONE].sort());
    expect(policies).toHaveLength(
      4 * PROTECTED.length + 3 * neverDeleted.length + 2 * ADDED_ALONE.length,
    );
    const deletes = policies.filter(({ cmd }) => cmd === 'DELETE').map((one) => one.tablename);
    expect(deletes.filter((table) => !PROTECTED.includes(table))).toEqual([]);
  });

  test('who does not keep the roster opens no disaster mode and makes no rule of consent', async () => {
    const statements = [
      `INSERT INTO disaster_mode (municipality_code, id, articles, reason, opened_by, ends_at)
       VALUES ('${CODE}', gen_random_uuid(), '{49-11-3}', 'x', 'x', now() + interval '1 hour')`,
      `INSERT INTO consent_rule (municipality_code, version, by_ordinance, ordinance, changed_by)
       VALUES ('${CODE}', 1, true, 'x', 'x')`,
    ];
    for (const statement of statements)
      await expect(withActor(database, FIRE, CODE, (tx) => tx.query(statement))).rejects.toThrow(
        /row-level security/,
      );
    for (const statement of statements)
      await withActor(database, OFFICER, CODE, (tx) => tx.query(statement));
    expect(await count(FIRE)).toEqual({ people: 1, seen: 1 });
    await withActor(database, OFFICER, CODE, async (tx) => {
      for (const table of ['disaster_mode', 'consent_rule']) await tx.query(`DELETE FROM ${table}`);
    });
    expect(await count(FIRE)).toEqual({ people: 0, seen: 0 });
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

/** PostgreSQL 16 and later: who makes a role may hand it on, and not become it. The embedded engine is one. */
test('a user who may create roles makes the role of the application and can become it', {
  timeout: 120_000,
}, async () => {
  const engine = new PGlite();
  try {
    const [version] = (
      await engine.query<{ server_version_num: string }>('SHOW server_version_num')
    ).rows;
    expect(Number(version?.server_version_num)).toBeGreaterThanOrEqual(160_000);
    await engine.exec('CREATE ROLE plain LOGIN CREATEROLE; SET SESSION AUTHORIZATION plain');
    for (let times = 0; times < 2; times++)
      await engine.transaction(async (tx) => {
        for (const statement of APPLICATION_ROLE) await tx.exec(statement);
        const { rows } = await tx.query('SELECT current_user AS name');
        expect(rows).toEqual([{ name: 'plain' }]);
      });
    await engine.transaction(async (tx) => {
      await tx.query(`SELECT set_config('role', 'michishirube_app', true)`);
      const { rows } = await tx.query('SELECT current_user AS name');
      expect(rows).toEqual([{ name: 'michishirube_app' }]);
    });
  } finally {
    await engine.close();
  }
});
