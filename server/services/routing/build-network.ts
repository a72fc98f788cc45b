import { buildZoneIndex } from '#domain/hazard/zone-index';
import { exposeRoads } from '#domain/routing/exposure/expose-roads';
import { noExposure } from '#domain/routing/exposure/road-exposure';
import { buildRoadTable } from '#domain/routing/graph/road-table-builder';
import { buildRoadTree } from '#domain/routing/graph/road-tree';
import type { Queryable } from '../../db/database.ts';
import { listDatasetsInForce } from '../../db/queries/datasets.ts';
import { loadZones } from '../../db/queries/zones-for-check.ts';
import { loadRoadNetwork } from '../load-road-network.ts';
import { type SharedNetwork, shareNetwork } from './shared-network.ts';

/**
 * The roads in force of a municipality with their metres inside the zones in force, ready to be searched;
 * null where there are no roads. Takes seconds of the caller's thread.
 */
export async function buildNetwork(
  database: Queryable,
  municipalityCode: string,
): Promise<SharedNetwork | null> {
  const zoneDatasets = await listDatasetsInForce(database, municipalityCode, 'zones');
  const zoneIds = zoneDatasets.map(({ id }) => id);
  const zones = await loadZones(database, municipalityCode, zoneIds);
  const loaded = await loadRoadNetwork(database, municipalityCode);
  if (loaded === null) return null;
  const table = buildRoadTable(loaded.network);
  if (table.roadCount === 0) return null;
  const tree = buildRoadTree(table);
  const exposure =
    zoneIds.length === 0 ? noExposure(table) : exposeRoads(table, tree, buildZoneIndex(zones));
  return shareNetwork(table, tree, exposure, {
    roads: [loaded.base, ...loaded.joined].map(({ source, asOf }) => ({ source, asOf })),
    zones: zoneDatasets.map(({ asOf }) => asOf),
  });
}
