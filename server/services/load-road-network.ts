import { mendRoads } from '#domain/road/mend-roads';
import type { Road, RoadNetwork } from '#domain/road/road';
import { ROAD_SOURCES } from '#geodata/read-road-network';
import type { Queryable } from '../db/database.ts';
import { type DatasetHead, type DatasetKey, listDatasetsInForce } from '../db/queries/datasets.ts';
import { listRoadBarriers, listTurnRestrictions, streamRoads } from '../db/queries/roads.ts';

export interface LoadedRoads {
  readonly network: RoadNetwork;
  /** The dataset whose roads they are. */
  readonly base: DatasetHead;
  /** Those that gave widths to them. */
  readonly joined: readonly DatasetHead[];
}

/**
 * The roads in force of a municipality: those of OpenStreetMap where they are there, else GSI's, with the
 * widths of the other source joined to them; null where there are none. All are held: some 500 bytes a
 * road and 60 a vertex. `streamRoads` reads those of one dataset without holding them.
 */
export async function loadRoadNetwork(
  database: Queryable,
  municipalityCode: string,
): Promise<LoadedRoads | null> {
  const datasets = await listDatasetsInForce(database, municipalityCode, 'roads');
  const base = ROAD_SOURCES.flatMap(
    (source) => datasets.find((one) => one.source === source) ?? [],
  )[0];
  if (base === undefined) return null;
  const key = { municipalityCode, datasetId: base.id };
  const roads = await readAll(database, key);
  const joined = datasets.filter(({ source }) => source !== base.source);
  const others: Road[][] = [];
  for (const { id } of joined)
    others.push(await readAll(database, { municipalityCode, datasetId: id }));
  const barriers = await listRoadBarriers(database, key);
  const restrictions = await listTurnRestrictions(database, key);
  return { network: mendRoads({ roads, barriers, restrictions }, others), base, joined };
}

async function readAll(database: Queryable, key: DatasetKey): Promise<Road[]> {
  const roads: Road[] = [];
  for await (const page of streamRoads(database, key)) for (const road of page) roads.push(road);
  return roads;
}
