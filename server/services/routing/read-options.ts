import type { RouteOptions } from '#contract/route';
import { TRAVEL_PROFILES } from '#domain/routing/profiles/presets';
import { MOST_VIA } from '#domain/routing/router';
import { ROAD_SOURCES } from '#geodata/read-road-network';
import type { Queryable } from '../../db/database.ts';
import { listDatasetsInForce } from '../../db/queries/datasets.ts';
import { countRoads } from '../../db/queries/roads.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import type { RoutingService } from './routing-service.ts';
import { ROUTE_POLICIES } from './travellers.ts';

/** What can be asked for. Begins to prepare the roads, as a question is about to come. */
export async function readRouteOptions(
  database: Queryable,
  readers: Readers,
  routing: RoutingService,
  municipality: MunicipalityVersions,
): Promise<RouteOptions> {
  const { code } = municipality;
  const datasets = await listDatasetsInForce(database, code, 'roads');
  const { asOf: zones } = await readers.zoneData(municipality);
  const inOrder = ROAD_SOURCES.flatMap((source) => datasets.filter((one) => one.source === source));
  const [base] = inOrder;
  const roadCount =
    base === undefined
      ? 0
      : await countRoads(database, { municipalityCode: code, datasetId: base.id });
  if (roadCount > 0) routing.prepare(municipality);
  return {
    hasRoads: roadCount > 0,
    roadCount,
    profiles: TRAVEL_PROFILES.map(({ id, label, mode, isFourWheeled }) => ({
      ...{ id, mode, isFourWheeled },
      label: { ...label },
    })),
    policies: ROUTE_POLICIES.map(({ id, label }) => ({ id, label: { ...label } })),
    data: {
      roads: inOrder.map(({ source, asOf }) => ({ source, asOf })),
      zones: [...zones],
      isCurrent: routing.isReady(municipality),
    },
    mostVia: MOST_VIA,
  };
}
