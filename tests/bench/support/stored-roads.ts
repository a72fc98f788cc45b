import type { Road } from '#domain/road/road';
import type { Queryable } from '../../../server/db/database.ts';
import { stageRoads } from '../../../server/db/queries/stage-roads.ts';

const DATASET = '00000000-0000-4000-8000-000000000005';
const BATCH = 2000;

/** Roads in force in a municipality that is there. */
export async function storeRoads(
  database: Queryable,
  municipalityCode: string,
  roads: Iterable<Road>,
): Promise<void> {
  await database.query(
    `INSERT INTO dataset (municipality_code, id, kind, source, scope, status, file_names, sha256)
     VALUES ($1, $2, 'roads', 'osm', 'osm', 'active', '{roads.osm}', 'none')`,
    [municipalityCode, DATASET],
  );
  const key = { municipalityCode, datasetId: DATASET };
  const all = [...roads];
  for (let first = 0; first < all.length; first += BATCH) {
    const batch = all.slice(first, first + BATCH);
    await stageRoads(database, key, [{ kind: 'way', id: `way/${first}`, roads: batch }]);
  }
}
