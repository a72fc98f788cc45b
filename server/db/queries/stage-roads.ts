import type { Road } from '#domain/road/road';
import type { RoadRecord } from '#geodata/mappers/road-record';
import type { Queryable } from '../database.ts';
import { lineToWkb } from '../wkb.ts';
import type { DatasetKey } from './datasets.ts';
import { packAttributes } from './road-attributes.ts';
import { columnsOf, withoutNul } from './unnest.ts';

/** Stores the roads, barriers and rules of turning of some records. */
export async function stageRoads(
  database: Queryable,
  key: DatasetKey,
  records: readonly RoadRecord[],
): Promise<void> {
  const roads = records.flatMap((record) =>
    record.kind === 'way' ? record.roads.map((road) => rowOf(road, record.id)) : [],
  );
  if (roads.length > 0)
    await database.query(
      `INSERT INTO road (municipality_code, dataset_id, id, source_key, from_junction, to_junction,
         kind, name, attributes, elevations, geometry)
       SELECT $1, $2, id, source_key, from_junction, to_junction, kind, name, attributes::jsonb,
         elevations::real[], ST_GeomFromWKB(wkb, 4326)
       FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                   $9::text[], $10::text[], $11::bytea[])
         AS road (id, source_key, from_junction, to_junction, kind, name, attributes, elevations, wkb)`,
      [
        ...idsOf(key),
        ...columnsOf(roads, [
          'id',
          'sourceKey',
          'from',
          'to',
          'kind',
          'name',
          'attributes',
          'elevations',
          'wkb',
        ]),
      ],
    );
  await stageBarriers(database, key, records);
  await stageRestrictions(database, key, records);
}

function rowOf(road: Road, sourceKey: string) {
  const { id, ends, line, elevationsMeters, kind, name, ...attributes } = road;
  return {
    ...{ id, sourceKey, kind, from: ends[0], to: ends[1] },
    name: name === null ? null : withoutNul(name),
    attributes: packAttributes(attributes),
    elevations: elevationsMeters === null ? null : `{${elevationsMeters.join(',')}}`,
    wkb: lineToWkb(line),
  };
}

async function stageBarriers(
  database: Queryable,
  key: DatasetKey,
  records: readonly RoadRecord[],
): Promise<void> {
  const rows = records.flatMap((record) =>
    record.kind === 'barrier'
      ? {
          id: record.id,
          junction: record.barrier.junction,
          kind: withoutNul(record.barrier.kind),
          access: JSON.stringify(record.barrier.access),
        }
      : [],
  );
  if (rows.length === 0) return;
  await database.query(
    `INSERT INTO road_barrier (municipality_code, dataset_id, id, junction, kind, access)
     SELECT $1, $2, id, junction, kind, access::jsonb
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[])
       AS barrier (id, junction, kind, access)`,
    [...idsOf(key), ...columnsOf(rows, ['id', 'junction', 'kind', 'access'])],
  );
}

async function stageRestrictions(
  database: Queryable,
  key: DatasetKey,
  records: readonly RoadRecord[],
): Promise<void> {
  const rows = records.flatMap((record) =>
    record.kind === 'restriction'
      ? record.restrictions.map((one, at) => ({
          ...one,
          id: `${record.id}/${at}`,
          excepted: `{${one.except.join(',')}}`,
        }))
      : [],
  );
  if (rows.length === 0) return;
  await database.query(
    `INSERT INTO turn_restriction (municipality_code, dataset_id, id, kind, from_road, junction,
       to_road, excepted_modes)
     SELECT $1, $2, id, kind, from_road, junction, to_road, excepted::text[]
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
       AS restriction (id, kind, from_road, junction, to_road, excepted)`,
    [
      ...idsOf(key),
      ...columnsOf(rows, ['id', 'kind', 'fromRoad', 'junction', 'toRoad', 'excepted']),
    ],
  );
}

const idsOf = ({ municipalityCode, datasetId }: DatasetKey) => [municipalityCode, datasetId];
