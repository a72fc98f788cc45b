import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type DatabaseConfig, openDatabase } from '../../server/db/data-source.ts';
import type { Database } from '../../server/db/database.ts';
import { makePreparedDirectory } from '../../server/db/embedded/prepared-directory.ts';
import { digestOf, makeOnce } from './make-once.ts';

/** What a database begins with. It is made once of the very same sources, and copied for each test file. */
export interface Beginning {
  readonly name: string;
  /** Files and folders whose change makes it be made anew. */
  readonly sources: readonly string[];
  /** Called with a migrated database. */
  fill(database: Omit<TestDatabase, 'remove'>): Promise<void>;
}

const SCHEMA: Beginning = {
  name: 'schema',
  sources: ['server/db', 'server/domain'],
  fill: async () => {},
};
/** Any number: two test files that need the same beginning make it one after the other. */
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
  beginning: Beginning = SCHEMA,
): Promise<TestDatabase> {
  const directory = temporaryDirectory();
  if (kind === 'embedded') {
    // An engine starts on it in half the time that it takes to make one.
    cpSync(await beginningDirectory(beginning), directory.path, { recursive: true });
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
    `CREATE DATABASE ${name} TEMPLATE ${await templateOf(beginning, postgisUrl)}`,
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

function beginningDirectory({ name, sources, fill }: Beginning): Promise<string> {
  return makeOnce(name, sources, async (dataDir) => {
    await makePreparedDirectory();
    await fillAndClose(fill, { dataDir, databaseUrl: null, databasePoolSize: 4 });
  });
}

/** Name of a database on the run's PostGIS that is to be copied. */
async function templateOf({ name, sources, fill }: Beginning, postgisUrl: string): Promise<string> {
  const template = `${name}_${digestOf(sources)}`;
  const directory = temporaryDirectory();
  const client = new pg.Client({ connectionString: postgisUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const known = 'SELECT FROM pg_database WHERE datname = $1';
    if ((await client.query(known, [template])).rowCount !== 0) return template;
    // Under another name until it is whole.
    await client.query(`DROP DATABASE IF EXISTS ${template}_part`);
    await client.query(`CREATE DATABASE ${template}_part`);
    const url = databaseUrl(postgisUrl, `${template}_part`);
    await fillAndClose(fill, { dataDir: directory.path, databaseUrl: url, databasePoolSize: 5 });
    await client.query(`ALTER DATABASE ${template}_part RENAME TO ${template}`);
    return template;
  } finally {
    await client.end();
    directory.remove();
  }
}

async function fillAndClose(fill: Beginning['fill'], config: DatabaseConfig): Promise<void> {
  const database = await openDatabase(config);
  try {
    await fill({ config, database });
  } finally {
    await database.close();
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
