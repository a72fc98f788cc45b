import type { DatasetDifference } from '#contract/dataset';
import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';

/** What of a row makes it another, beside its id. */
const CONTENTS = {
  road: ['from_junction', 'to_junction', 'kind', 'name', 'attributes', 'elevations', 'geometry'],
  road_barrier: ['junction', 'kind', 'access'],
  turn_restriction: ['kind', 'from_road', 'junction', 'to_road', 'excepted_modes'],
} as const;

/**
 * How roads, barriers and rules of turning differ from those of the dataset in force, by their ids. Column
 * by column: rows as JSON would take minutes for the roads of a prefecture.
 */
export async function compareRoads(
  database: Queryable,
  key: DatasetKey,
  formerId: string | null,
): Promise<DatasetDifference> {
  const tables = Object.entries(CONTENTS).map(([table, columns]) => {
    const row = (alias: string) => columns.map((column) => `${alias}.${column}`).join(', ');
    const isSame = `ROW(${row('new')}) IS NOT DISTINCT FROM ROW(${row('former')})`;
    return `SELECT count(*) FILTER (WHERE former.id IS NULL) AS added,
        count(*) FILTER (WHERE new.id IS NULL) AS removed,
        count(*) FILTER (WHERE new.id = former.id AND NOT (${isSame})) AS changed,
        count(*) FILTER (WHERE new.id = former.id AND ${isSame}) AS unchanged
      FROM (SELECT * FROM ${table} WHERE municipality_code = $1 AND dataset_id = $2) AS new
      FULL JOIN (SELECT * FROM ${table} WHERE municipality_code = $1 AND dataset_id = $3) AS former
        ON new.id = former.id`;
  });
  const [found] = await database.query<DatasetDifference>(
    `SELECT sum(added)::bigint AS added, sum(changed)::bigint AS changed,
       sum(removed)::bigint AS removed, sum(unchanged)::bigint AS unchanged
     FROM (${tables.join(' UNION ALL ')}) AS differences`,
    [key.municipalityCode, key.datasetId, formerId],
  );
  return found ?? { added: 0, changed: 0, removed: 0, unchanged: 0 };
}
