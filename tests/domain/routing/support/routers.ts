import { buildZoneIndex, type IndexedZone } from '#domain/hazard/zone-index';
import type { RoadNetwork } from '#domain/road/road';
import { KEEP_OUT_OF_RED, type RoutePolicy } from '#domain/routing/cost/policy';
import { buildMetric, type RouteMetric } from '#domain/routing/cost/route-metric';
import { exposeRoads } from '#domain/routing/exposure/expose-roads';
import { noExposure } from '#domain/routing/exposure/road-exposure';
import { buildTopology } from '#domain/routing/graph/build-topology';
import { buildRoadTable } from '#domain/routing/graph/road-table-builder';
import { buildRoadTree } from '#domain/routing/graph/road-tree';
import { assessRoads } from '#domain/routing/profiles/assessment';
import type { TravelProfile } from '#domain/routing/profiles/profile';
import { WALKING_ELDERLY } from '#domain/routing/profiles/walking';
import { createRouter, type Router } from '#domain/routing/router';
import { buildLandmarks } from '#domain/routing/search/landmarks';
import { unpackTexts } from '#domain/text/packed-texts';

export interface Scene {
  readonly profile?: TravelProfile;
  readonly policy?: RoutePolicy;
  readonly zones?: readonly IndexedZone[];
  readonly atNight?: boolean;
}

/** Everything from a network to costs. */
export function metricOf(
  network: RoadNetwork,
  { profile = WALKING_ELDERLY, policy = KEEP_OUT_OF_RED, zones = [], atNight = false }: Scene = {},
): RouteMetric {
  const table = buildRoadTable(network);
  const exposure =
    zones.length === 0
      ? noExposure(table)
      : exposeRoads(table, buildRoadTree(table), buildZoneIndex(zones));
  const assessment = assessRoads(table, profile, { atNight });
  return buildMetric(table, buildTopology(table, profile.mode), assessment, exposure, policy);
}

export function routerOf(network: RoadNetwork, scene: Scene = {}): Router {
  const metric = metricOf(network, scene);
  return createRouter(metric, buildRoadTree(metric.table), buildLandmarks(metric));
}

/** The number of a road by its id. */
export function roadNumber({ table }: RouteMetric, id: string): number {
  return unpackTexts(table.roadIds).indexOf(id);
}
