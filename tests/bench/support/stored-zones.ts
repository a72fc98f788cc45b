import type { IndexedZone } from '#domain/hazard/zone-index';
import type { Database } from '../../../server/db/database.ts';
import { multiPolygonToWkb } from '../../../server/db/wkb.ts';
import { makeZones } from './prefecture.ts';

export const ZONE_CITY = '99204';
const DATASET = '00000000-0000-4000-8000-000000000004';
const BATCH = 1000;

/** A municipality with the made-up prefecture's zones in force. */
export async function storeZones(database: Database, count: number): Promise<void> {
  await database.query(`INSERT INTO municipality (code, name) VALUES ($1, '計測市')`, [ZONE_CITY]);
  await database.query(
    `INSERT INTO dataset (municipality_code, id, kind, source, scope, status, file_names, sha256)
     VALUES ($1, $2, 'zones', 'ksj-a33', 'default', 'active', '{zones.geojson}', 'none')`,
    [ZONE_CITY, DATASET],
  );
  await storeZonesOf(database, ZONE_CITY, DATASET, count);
}

/** The made-up prefecture's zones as those of a dataset that is there. */
export async function storeZonesOf(
  database: Database,
  code: string,
  datasetId: string,
  count: number,
): Promise<void> {
  await insertZones(database, code, datasetId, makeZones(count));
}

/** Any zones as those of a dataset that is there. */
export async function insertZones(
  database: Database,
  code: string,
  datasetId: string,
  given: Iterable<IndexedZone>,
): Promise<void> {
  const zones = [...given];
  for (let first = 0; first < zones.length; first += BATCH) {
    const batch = zones.slice(first, first + BATCH);
    await database.query(
      `INSERT INTO hazard_zone (municipality_code, dataset_id, id, phenomenon, zone_class,
         red_not_surveyed, geometry)
       SELECT $1, $2, id, phenomenon, zone_class, false, ST_GeomFromWKB(wkb, 4326)
       FROM unnest($3::text[], $4::text[], $5::text[], $6::bytea[])
         AS zone (id, phenomenon, zone_class, wkb)`,
      [
        code,
        datasetId,
        batch.map(({ id }) => id),
        batch.map(({ phenomenon }) => phenomenon),
        batch.map(({ zoneClass }) => zoneClass),
        batch.map(({ geometry }) => Buffer.from(multiPolygonToWkb(geometry))),
      ],
    );
  }
  await database.query('ANALYZE hazard_zone');
}
