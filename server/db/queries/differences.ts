import type { DatasetDifference, DatasetKind } from '#contract/dataset';
import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';

const TABLES = {
  zones: 'hazard_zone',
  shelters: 'shelter',
  districts: 'district',
  boundary: 'district',
} as const satisfies Partial<Record<DatasetKind, string>>;

/**
 * How the records of a dataset differ from those of the one in force, by their ids. Everything is added
 * where `formerId` is null.
 */
export async function compareById(
  database: Queryable,
  kind: keyof typeof TABLES,
  key: DatasetKey,
  formerId: string | null,
): Promise<DatasetDifference> {
  const table = TABLES[kind];
  // The id of a zone is a hash of all that it is, so there is nothing to compare beside it.
  const content = (alias: string) =>
    kind === 'zones' ? `${alias}.id` : `to_jsonb(${alias}) - 'dataset_id'`;
  const [row] = await database.query<DatasetDifference>(
    `SELECT count(*) FILTER (WHERE former.id IS NULL) AS added,
       count(*) FILTER (WHERE new.id IS NULL) AS removed,
       count(*) FILTER (WHERE ${content('new')} <> ${content('former')}) AS changed,
       count(*) FILTER (WHERE ${content('new')} = ${content('former')}) AS unchanged
     FROM (SELECT * FROM ${table} WHERE municipality_code = $1 AND dataset_id = $2) AS new
     FULL JOIN (SELECT * FROM ${table} WHERE municipality_code = $1 AND dataset_id = $3) AS former
       ON new.id = former.id`,
    [key.municipalityCode, key.datasetId, formerId],
  );
  return row ?? NONE;
}

/** Entries of a gazetteer have no id: they are the same or not. */
export async function compareGazetteers(
  database: Queryable,
  key: DatasetKey,
  formerId: string | null,
): Promise<DatasetDifference> {
  const entries = (id: string) =>
    `SELECT prefecture, city, town, koaza, block, level, position::text FROM gazetteer_entry
     WHERE municipality_code = $1 AND dataset_id = ${id}`;
  const [row] = await database.query<{ added: number; removed: number; total: number }>(
    `SELECT (SELECT count(*) FROM (${entries('$2')} EXCEPT ALL ${entries('$3')}) AS a) AS added,
       (SELECT count(*) FROM (${entries('$3')} EXCEPT ALL ${entries('$2')}) AS r) AS removed,
       (SELECT count(*) FROM (${entries('$2')}) AS t) AS total`,
    [key.municipalityCode, key.datasetId, formerId],
  );
  if (row === undefined) return NONE;
  const { added, removed, total } = row;
  return { added, removed, changed: 0, unchanged: total - added };
}

const NONE: DatasetDifference = { added: 0, changed: 0, removed: 0, unchanged: 0 };
