import type { ImportSource } from '#contract/dataset';
import type { Road, RoadNetwork } from '#domain/road/road';
import type { Queryable } from '../db/database.ts';
import { type DatasetHead, listDatasetsInForce } from '../db/queries/datasets.ts';
import { listRoadBarriers, listTurnRestrictions, streamRoads } from '../db/queries/roads.ts';

/** Whose roads are gone on where several sources are in force: the first that is there. */
const BASES: readonly ImportSource[] = ['osm', 'gsi-roads'];

export interface LoadedRoads {
  readonly network: RoadNetwork;
  /** The dataset whose roads they are. */
  readonly base: DatasetHead;
}

/** The roads in force of a municipality; null where there are none. */
export async function loadRoadNetwork(
  database: Queryable,
  municipalityCode: string,
): Promise<LoadedRoads | null> {
  const datasets = await listDatasetsInForce(database, municipalityCode, 'roads');
  const base = BASES.flatMap((source) => datasets.find((one) => one.source === source) ?? [])[0];
  if (base === undefined) return null;
  const key = { municipalityCode, datasetId: base.id };
  const roads: Road[] = [];
  for await (const page of streamRoads(database, key)) for (const road of page) roads.push(road);
  const barriers = await listRoadBarriers(database, key);
  const restrictions = await listTurnRestrictions(database, key);
  return { network: { roads, barriers, restrictions }, base };
}
