import type { Road, RoadBarrier, TurnRestriction } from '#domain/road/road';
import type { Queryable } from '../database.ts';
import type { StoredRoadAttributes } from '../entities/road.ts';
import { wkbToLine } from '../wkb.ts';
import type { DatasetKey } from './datasets.ts';
import { unpackAttributes } from './road-attributes.ts';

const PAGE = 5000;
/** Sorts of roads that are held to be shared; demo roads differ in width by the centimetre. */
const MOST_SORTS = 50_000;

interface StoredRoad {
  readonly id: string;
  readonly from_junction: string;
  readonly to_junction: string;
  readonly kind: Road['kind'];
  readonly name: string | null;
  readonly attributes: string;
  readonly elevations: string | null;
  readonly geometry: Buffer;
}

/**
 * Roads of a dataset in the order of their ids, some thousand at a time: no more than a page is held
 * here. Attributes that are alike are one object, as are the names of junctions within a page.
 */
export async function* streamRoads(
  database: Queryable,
  { municipalityCode, datasetId }: DatasetKey,
): AsyncGenerator<Road[]> {
  const sorts = new Map<string, StoredRoadAttributes>();
  const read = (after: string) =>
    database.query<StoredRoad>(
      `SELECT id, from_junction, to_junction, kind, name, attributes::text AS attributes,
         elevations::text AS elevations, ST_AsBinary(geometry, 'NDR') AS geometry
       FROM road WHERE municipality_code = $1 AND dataset_id = $2 AND id > $3
       ORDER BY id LIMIT ${PAGE}`,
      [municipalityCode, datasetId, after],
    );
  for (let rows = await read(''); rows.length > 0; ) {
    const last = rows.length < PAGE ? null : rows.at(-1);
    // The database reads the next page while this one is decoded.
    const next = last == null ? Promise.resolve([]) : read(last.id);
    // Whoever stops early does not wait for it: its failure must not count as nobody's.
    next.catch(() => {});
    yield rows.map((row) => toRoad(row, sorts));
    rows = await next;
  }
}

function toRoad(row: StoredRoad, sorts: Map<string, StoredRoadAttributes>): Road {
  let attributes = sorts.get(row.attributes);
  if (attributes === undefined) {
    if (sorts.size >= MOST_SORTS) sorts.clear();
    attributes = unpackAttributes(row.attributes);
    sorts.set(row.attributes, attributes);
  }
  return {
    id: row.id,
    ends: [row.from_junction, row.to_junction],
    line: wkbToLine(row.geometry),
    elevationsMeters:
      row.elevations === null ? null : row.elevations.slice(1, -1).split(',').map(Number),
    kind: row.kind,
    name: row.name,
    ...attributes,
  };
}

export function listRoadBarriers(
  database: Queryable,
  { municipalityCode, datasetId }: DatasetKey,
): Promise<RoadBarrier[]> {
  return database.query<RoadBarrier>(
    `SELECT junction, kind, access FROM road_barrier
     WHERE municipality_code = $1 AND dataset_id = $2 ORDER BY id`,
    [municipalityCode, datasetId],
  );
}

export function listTurnRestrictions(
  database: Queryable,
  { municipalityCode, datasetId }: DatasetKey,
): Promise<TurnRestriction[]> {
  return database.query<TurnRestriction>(
    `SELECT kind, from_road AS "fromRoad", junction, to_road AS "toRoad", excepted_modes AS except
     FROM turn_restriction WHERE municipality_code = $1 AND dataset_id = $2 ORDER BY id`,
    [municipalityCode, datasetId],
  );
}

export async function countRoads(
  database: Queryable,
  { municipalityCode, datasetId }: DatasetKey,
): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM road WHERE municipality_code = $1 AND dataset_id = $2',
    [municipalityCode, datasetId],
  );
  return row?.count ?? 0;
}
