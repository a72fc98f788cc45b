import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { PROBLEMS, ProblemError } from '#domain/problem';

export interface MigrationStatus {
  /** Of this program, oldest first. */
  readonly known: readonly string[];
  readonly executed: readonly string[];
  readonly pending: readonly string[];
  /** In the database but not in this program: the schema is newer than the program. */
  readonly unknown: readonly string[];
}

/** Any number, the same in every process: two of them starting together migrate one after the other. */
const LOCK = 0x6d696368;

/**
 * Brings the schema up to date, all or nothing; with `wanted`, only as far as those migrations go: a
 * back-up is loaded into the schema that it was made from.
 *
 * @throws ProblemError where the schema is newer than the program
 */
export async function migrate(
  dataSource: DataSource,
  wanted?: readonly string[],
): Promise<readonly string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { unknown, pending } = await statusBy(dataSource, runner);
    if (unknown.length > 0) throw new ProblemError(PROBLEMS.schemaNewer(unknown));
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'none';
    const { migrations } = dataSource;
    try {
      if (wanted !== undefined)
        Object.assign(dataSource, {
          migrations: migrations.filter((one) => wanted.includes(nameOf(one))),
        });
      if (pending.length > 0) await executor.executePendingMigrations();
    } finally {
      Object.assign(dataSource, { migrations });
    }
    await runner.commitTransaction();
    return pending;
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

export async function migrationStatus(dataSource: DataSource): Promise<MigrationStatus> {
  const runner = dataSource.createQueryRunner();
  try {
    return await statusBy(dataSource, runner);
  } finally {
    await runner.release();
  }
}

async function statusBy(dataSource: DataSource, runner: QueryRunner): Promise<MigrationStatus> {
  const known = dataSource.migrations.map(nameOf);
  const [table]: { exists: boolean }[] = await runner.query(
    `SELECT to_regclass('schema_migration') IS NOT NULL AS exists`,
  );
  const rows: { name: string }[] = table?.exists
    ? await runner.query('SELECT name FROM schema_migration ORDER BY timestamp')
    : [];
  const executed = rows.map(({ name }) => name);
  return {
    known,
    executed,
    pending: known.filter((name) => !executed.includes(name)),
    unknown: executed.filter((name) => !known.includes(name)),
  };
}

const nameOf = (migration: { name?: string | undefined; constructor: { name: string } }) =>
  migration.name ?? migration.constructor.name;
