import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type DatabaseConfig, openDatabase } from '../../server/db/data-source.ts';
import type { Database } from '../../server/db/database.ts';
import { makePreparedDirectory } from '../../server/db/embedded/prepared-directory.ts';

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
    await makePreparedDirectory();
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
  await onServer(postgisUrl, `CREATE DATABASE ${name}`);
  const url = new URL(postgisUrl);
  url.pathname = `/${name}`;
  const config = { dataDir: directory.path, databaseUrl: url.href, databasePoolSize: 5 };
  const database = await openDatabase(config);
  const remove = async () => {
    await database.close();
    await onServer(postgisUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    directory.remove();
  };
  return { config, database, remove };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
