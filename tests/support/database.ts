import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type DatabaseConfig, openDatabase } from '../../server/db/data-source.ts';
import type { Database } from '../../server/db/database.ts';
import { makePreparedDirectory } from '../../server/db/embedded/prepared-directory.ts';
import { digestOf, makeOnce } from './make-once.ts';

const SCHEMA_SOURCES = ['server/db', 'server/domain'];
/** Any number: two test files that need the schema at once make it one after the other. */
const TEMPLATE_LOCK = 0x6d74706c;

export interface TestDatabase {
  readonly config: DatabaseConfig;
  readonly database: Database;
  /** Closes the database and removes every trace of it. */
  remove(): Promise<void>;
}

export type DatabaseKind = 'embedded' | 'server';
export const DATABASE_KINDS: readonly DatabaseKind[] = ['embedded', 'server'];

/** Whether tests on this kind can run; says on the console why not. */
export function canTest(kind: DatabaseKind, postgisUrl: string | null): boolean {
  if (kind === 'embedded' || postgisUrl !== null) return true;
  process.stderr.write('no PostGIS on this machine: the tests on a database server are skipped\n');
  return false;
}

/** A directory for an embedded database, and a function that removes it. */
export function temporaryDirectory(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'michishirube-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A fresh, migrated database of its own: an embedded one, or one on the run's PostGIS. */
export async function createTestDatabase(
  kind: DatabaseKind,
  postgisUrl: string | null,
): Promise<TestDatabase> {
  const directory = temporaryDirectory();
  if (kind === 'embedded') {
    cpSync(await migratedDirectory(), directory.path, { recursive: true });
    const config = { dataDir: directory.path, databaseUrl: null, databasePoolSize: 4 };
    const database = await openDatabase(config);
    const remove = async () => {
      await database.close();
      directory.remove();
    };
    return { config, database, remove };
  }
  if (postgisUrl === null) throw new Error('no PostGIS: ask canTest() first');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(
    postgisUrl,
    `CREATE DATABASE ${name} TEMPLATE ${await migratedTemplate(postgisUrl)}`,
  );
  const config = {
    dataDir: directory.path,
    databaseUrl: databaseUrl(postgisUrl, name),
    databasePoolSize: 5,
  };
  const database = await openDatabase(config);
  const remove = async () => {
    await database.close();
    await onServer(postgisUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    directory.remove();
  };
  return { config, database, remove };
}

/** A DATA_DIR with nothing but the schema in it, to be copied: an engine starts in half the time on one. */
function migratedDirectory(): Promise<string> {
  return makeOnce('schema', SCHEMA_SOURCES, async (dataDir) => {
    await makePreparedDirectory();
    await (await openDatabase({ dataDir, databaseUrl: null, databasePoolSize: 1 })).close();
  });
}

/** Name of a database with nothing but the schema in it, on the run's PostGIS. */
async function migratedTemplate(postgisUrl: string): Promise<string> {
  const name = `schema_${digestOf(SCHEMA_SOURCES)}`;
  const client = new pg.Client({ connectionString: postgisUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return name;
    // Under another name until it is whole.
    await client.query(`DROP DATABASE IF EXISTS ${name}_part`);
    await client.query(`CREATE DATABASE ${name}_part`);
    const url = databaseUrl(postgisUrl, `${name}_part`);
    await (await openDatabase({ dataDir: '', databaseUrl: url, databasePoolSize: 1 })).close();
    await client.query(`ALTER DATABASE ${name}_part RENAME TO ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
