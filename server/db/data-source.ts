import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { PROBLEMS, ProblemError } from '#domain/problem';
import type { Config } from '../config.ts';
import { type Database, databaseOver } from './database.ts';
import { type EmbeddedServer, startEmbedded } from './embedded/start-embedded.ts';
import { ENTITIES } from './entities/index.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

export type DatabaseConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'databasePoolSize'>;

/** One engine serves every connection of the embedded database: more of them would only queue there. */
const EMBEDDED_POOL_SIZE = 4;
const CONNECT_TIMEOUT_MILLIS = 30_000;
const JOIN_ATTEMPTS = 5;
const JOIN_PAUSE_MILLIS = 300;

/**
 * Opens the database that the settings name and brings its schema up to date: the server of
 * DATABASE_URL, else the embedded one in `dataDir`. Both are spoken to in the same way.
 *
 * @throws ProblemError where it cannot be reached, or its schema is newer than the program
 */
export async function openDatabase(
  config: DatabaseConfig,
  options: { readonly migrate?: boolean } = {},
): Promise<Database> {
  for (let attempt = 1; ; attempt += 1) {
    const embedded = config.databaseUrl === null ? await startEmbedded(config.dataDir) : null;
    const dataSource = createDataSource(config, embedded);
    const close = async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await embedded?.stop();
    };
    try {
      await initialize(dataSource);
      if (options.migrate ?? true) await migrate(dataSource);
      return databaseOver(dataSource, embedded === null ? 'server' : 'embedded', close);
    } catch (error) {
      const isConnected = dataSource.isInitialized;
      await close();
      // The engine of another process that was joined may have been about to end.
      const mayRetry = embedded !== null && !isConnected && attempt < JOIN_ATTEMPTS;
      if (!mayRetry) throw error;
      await sleep(JOIN_PAUSE_MILLIS);
    }
  }
}

function createDataSource(config: DatabaseConfig, embedded: EmbeddedServer | null): DataSource {
  return new DataSource({
    type: 'postgres',
    ...addressOf(config, embedded),
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    synchronize: false,
    installExtensions: false,
    applicationName: 'michishirube',
    connectTimeoutMS: CONNECT_TIMEOUT_MILLIS,
    extra: {
      types: { getTypeParser },
      // A process without a connection counts as gone to the embedded engine.
      ...(embedded === null ? {} : { idleTimeoutMillis: 0 }),
    },
  });
}

function addressOf(config: DatabaseConfig, embedded: EmbeddedServer | null) {
  if (embedded === null)
    return { url: config.databaseUrl ?? '', poolSize: config.databasePoolSize };
  const { host, port } = embedded;
  return {
    host,
    port,
    username: 'postgres',
    database: 'postgres',
    poolSize: EMBEDDED_POOL_SIZE,
  };
}

async function initialize(dataSource: DataSource): Promise<void> {
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new ProblemError(
      PROBLEMS.databaseUnreachable(error instanceof Error ? error.message : String(error)),
    );
  }
}

const DATE = 1082;
const BIGINT = 20;

/** Dates stay YYYY-MM-DD (a Date would shift them by the time zone); counts are numbers. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === DATE) return (text: string) => text;
  if (oid === BIGINT) return Number;
  return pg.types.getTypeParser(oid, format ?? 'text');
}
