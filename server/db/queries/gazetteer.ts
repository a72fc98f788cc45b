import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import type { Queryable } from '../database.ts';

const PAGE = 5000;

/** The gazetteer in force, every scope of it. */
export async function listGazetteer(
  database: Queryable,
  municipalityCode: string,
): Promise<GazetteerEntry[]> {
  const entries: GazetteerEntry[] = [];
  const datasets = await database.query<{ id: string }>(
    `SELECT id FROM dataset
     WHERE municipality_code = $1 AND kind = 'gazetteer' AND status = 'active' ORDER BY scope`,
    [municipalityCode],
  );
  for (const { id } of datasets) {
    let after = 0;
    for (;;) {
      const rows = await database.query<
        Omit<GazetteerEntry, 'position'> & { ordinal: number; lng: number; lat: number }
      >(
        `SELECT ordinal, prefecture, city, town, koaza, block, level, ST_X(position) AS lng,
           ST_Y(position) AS lat
         FROM gazetteer_entry
         WHERE municipality_code = $1 AND dataset_id = $2 AND ordinal > $3
         ORDER BY ordinal LIMIT $4`,
        [municipalityCode, id, after, PAGE],
      );
      for (const { ordinal, lng, lat, ...entry } of rows) {
        entries.push({ ...entry, position: [lng, lat] });
        after = ordinal;
      }
      if (rows.length < PAGE) break;
    }
  }
  return entries;
}
