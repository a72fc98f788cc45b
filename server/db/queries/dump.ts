import type { Queryable, Transaction } from '../database.ts';

export interface TableColumns {
  readonly table: string;
  readonly columns: readonly string[];
}
interface DumpedTable extends TableColumns {
  /** Its rows hold whole files. */
  readonly isHeavy: boolean;
}
export interface Checksum {
  readonly table: string;
  readonly rows: number;
  readonly sum: string;
}

/** Not data of ours: the projections of PostGIS, and which migrations ran (the head of a back-up says so). */
const LEFT_OUT = ['spatial_ref_sys', 'schema_migration'];
const ROWS_AT_ONCE = 500;
/** A scan is 20 MB as text. */
const HEAVY_ROWS_AT_ONCE = 4;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** So that one value is one text, whatever the settings of the server are. */
export async function speakPlainly(tx: Transaction): Promise<void> {
  await tx.query(`SELECT set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
    set_config('extra_float_digits', '1', true), set_config('bytea_output', 'hex', true),
    set_config('IntervalStyle', 'postgres', true)`);
}

/** Every table with the columns that hold something of their own. */
export function listTables(database: Queryable): Promise<DumpedTable[]> {
  return database.query<DumpedTable>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns,
       bool_or(a.atttypid = 'bytea'::regtype) AS "isHeavy"
     FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
       AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     GROUP BY c.relname ORDER BY c.relname`,
    [LEFT_OUT],
  );
}

/** Rows as texts, some hundred at a time. */
export async function* readRows(
  tx: Transaction,
  { table, columns, isHeavy }: DumpedTable,
): AsyncGenerator<(string | null)[][]> {
  const texts = columns.map((column) => `${quoted(column)}::text`).join(', ');
  await tx.query(
    `DECLARE dumped NO SCROLL CURSOR FOR SELECT ARRAY[${texts}] AS cells FROM ${quoted(table)}`,
  );
  for (;;) {
    const rows = await tx.query<{ cells: (string | null)[] }>(
      `FETCH ${isHeavy ? HEAVY_ROWS_AT_ONCE : ROWS_AT_ONCE} FROM dumped`,
    );
    if (rows.length === 0) break;
    yield rows.map(({ cells }) => cells);
  }
  await tx.query('CLOSE dumped');
}

/** Whatever the order of the rows: how many there are, and the sum of what they hash to. */
export async function checksumOf(database: Queryable, table: string): Promise<Checksum> {
  const [found] = await database.query<{ rows: number; sum: string }>(
    `SELECT count(*) AS rows,
       coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint), 0)::text AS sum
     FROM ${quoted(table)} t`,
  );
  return { table, rows: found?.rows ?? 0, sum: found?.sum ?? '' };
}

/** Tables that hold something. */
export async function listFilledTables(
  database: Queryable,
  tables: readonly string[],
): Promise<string[]> {
  if (tables.length === 0) return [];
  const rows = await database.query<{ name: string }>(
    tables
      .map((table) => `SELECT '${table}' AS name WHERE EXISTS (SELECT FROM ${quoted(table)})`)
      .join(' UNION ALL '),
  );
  return rows.map(({ name }) => name);
}

/** Lets rows come in any order: what refers to what is looked at when `endLoading` asks for it. */
export async function beginLoading(tx: Transaction): Promise<void> {
  for (const { owner, name } of await listForeignKeys(tx))
    await tx.query(
      `ALTER TABLE ${owner} ALTER CONSTRAINT ${quoted(name)} DEFERRABLE INITIALLY DEFERRED`,
    );
}

/** @throws where a row refers to one that is not there */
export async function endLoading(tx: Transaction): Promise<void> {
  await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { owner, name } of await listForeignKeys(tx))
    await tx.query(`ALTER TABLE ${owner} ALTER CONSTRAINT ${quoted(name)} NOT DEFERRABLE`);
}

function listForeignKeys(tx: Transaction): Promise<{ owner: string; name: string }[]> {
  return tx.query(
    `SELECT conrelid::regclass::text AS owner, conname AS name FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
}

/** The types of columns, as a cast needs them. */
export async function columnTypes(
  database: Queryable,
  { table, columns }: TableColumns,
): Promise<string[] | null> {
  const rows = await database.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = to_regclass(format('public.%I', $1::text)) AND attnum > 0 AND NOT attisdropped`,
    [table],
  );
  const types = new Map(rows.map(({ name, type }) => [name, type]));
  const found = columns.flatMap((column) => types.get(column) ?? []);
  return found.length === columns.length ? found : null;
}

export async function insertRows(
  tx: Transaction,
  { table, columns }: TableColumns,
  types: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const cells = columns.map((_, place) => rows.map((row) => row[place] ?? null));
  const names = columns.map(quoted).join(', ');
  const parameters = columns.map((_, place) => `$${place + 1}::text[]`).join(', ');
  const casts = types.map((type, place) => `c${place}::${type}`).join(', ');
  const aliases = columns.map((_, place) => `c${place}`).join(', ');
  await tx.query(
    `INSERT INTO ${quoted(table)} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${casts} FROM unnest(${parameters}) AS given (${aliases})`,
    cells,
  );
}
