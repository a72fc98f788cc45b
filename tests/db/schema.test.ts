import type { EntitySchema } from 'typeorm';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ProblemError } from '#domain/problem';
import { withActor } from '../../server/db/actor.ts';
import { openDatabase } from '../../server/db/data-source.ts';
import { ENTITIES } from '../../server/db/entities/index.ts';
import { migrationStatus } from '../../server/db/migrate.ts';
import { createMunicipality } from '../../server/services/create-municipality.ts';
import {
  canTest,
  createTestDatabase,
  DATABASE_KINDS,
  type TestDatabase,
} from '../support/database.ts';
import { LOCAL_OFFICER } from '../support/local-officer.ts';

const postgisUrl = inject('postgisUrl');
const KINDS = DATABASE_KINDS.filter((kind) => canTest(kind, postgisUrl));

describe.each(KINDS)('the schema (%s)', { timeout: 90_000 }, (kind) => {
  let bench: TestDatabase;
  beforeAll(async () => {
    bench = await createTestDatabase(kind, postgisUrl);
  });
  afterAll(() => bench.remove());

  test('entities say of every column what the migrations made', async () => {
    const columns = await bench.database.query<Column>(
      `SELECT table_name AS table, column_name AS column, is_nullable = 'YES' AS nullable,
         CASE WHEN data_type = 'USER-DEFINED' THEN udt_name
              WHEN data_type = 'timestamp with time zone' THEN 'timestamptz'
              WHEN data_type = 'ARRAY' THEN 'array' ELSE data_type END AS type
       FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name NOT IN
         ('schema_migration', 'spatial_ref_sys', 'geometry_columns', 'geography_columns')
       ORDER BY 1, 2`,
    );
    expect(ENTITIES.flatMap(columnsOf).sort(byName)).toEqual(columns.sort(byName));
  });

  test('rows are read and written through the entities', async () => {
    const context = { database: bench.database, actor: LOCAL_OFFICER, today: '2026-11-24' };
    await createMunicipality(context, '34213', '廿日市市');
    const repository = bench.database.dataSource.getRepository('municipality');
    expect(await repository.findOneBy({ code: '34213' })).toMatchObject({
      name: '廿日市市',
      marginMeters: 10,
      criteriaId: 'red-zone-policy',
      version: 1,
    });
    for (const { options } of ENTITIES)
      expect(
        await bench.database.dataSource.getRepository(options.name).find({ take: 1 }),
      ).toBeInstanceOf(Array);
  });

  test('dates stay texts and counts are numbers', async () => {
    const rows = await bench.database.query(`SELECT date '1940-01-02' AS day, count(*) AS count`);
    expect(rows).toEqual([{ day: '1940-01-02', count: 1 }]);
  });

  test('an actor is known inside the transaction and nowhere else', async () => {
    const setting = `SELECT current_setting('app.role', true) AS role,
      current_setting('app.districts', true) AS districts,
      current_setting('app.municipality', true) AS municipality`;
    const actor = { ...LOCAL_OFFICER, districts: ['阿品', '山手'] };
    const inside = await withActor(bench.database, actor, '34213', (tx) => tx.query(setting));
    expect(inside).toEqual([
      { role: 'disaster-officer', districts: '["阿品","山手"]', municipality: '34213' },
    ]);
    for (let connection = 0; connection < 8; connection += 1) {
      const [outside] = await bench.database.query<{ role: string | null }>(setting);
      expect(outside?.role ?? '').toBe('');
    }
  });

  test('a failed transaction leaves nothing and gives its connection back', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1)
      await expect(
        bench.database.transaction(async (tx) => {
          await tx.query(`UPDATE municipality SET name = 'x'`);
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
    expect(await bench.database.query('SELECT name FROM municipality')).toEqual([
      { name: '廿日市市' },
    ]);
  });

  // Last: the schema is another one afterwards.
  test('a schema newer than the program is refused and left as it is', async () => {
    await bench.database.query(
      `INSERT INTO schema_migration (timestamp, name) VALUES (20990101000001, 'FromTheFuture20990101000001')`,
    );
    const opening = openDatabase(bench.config);
    await expect(opening).rejects.toBeInstanceOf(ProblemError);
    await expect(opening).rejects.toMatchObject({ problem: { code: 'database.schema-newer' } });
    const status = await migrationStatus(bench.database.dataSource);
    expect(status.unknown).toEqual(['FromTheFuture20990101000001']);
    expect(status.pending).toEqual([]);
  });
});

interface Column {
  table: string;
  column: string;
  nullable: boolean;
  type: string;
}

function columnsOf({ options }: EntitySchema): Column[] {
  return Object.values(options.columns).flatMap((column) =>
    column === undefined
      ? []
      : [
          {
            table: options.name,
            column: column.name ?? '',
            nullable: column.nullable === true,
            type: column.array === true ? 'array' : String(column.type),
          },
        ],
  );
}

function byName(a: Column, b: Column): number {
  return `${a.table}.${a.column}` < `${b.table}.${b.column}` ? -1 : 1;
}
