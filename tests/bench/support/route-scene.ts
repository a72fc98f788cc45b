import { buildZoneIndex, type ZoneIndex } from '#domain/hazard/zone-index';
import { KEEP_OUT_OF_RED } from '#domain/routing/cost/policy';
import { buildMetric, type RouteMetric } from '#domain/routing/cost/route-metric';
import { exposeRoads } from '#domain/routing/exposure/expose-roads';
import { buildTopology } from '#domain/routing/graph/build-topology';
import type { RoadTable } from '#domain/routing/graph/road-table';
import { buildRoadTable, RoadTableBuilder } from '#domain/routing/graph/road-table-builder';
import { buildRoadTree, type RoadTree } from '#domain/routing/graph/road-tree';
import { assessRoads } from '#domain/routing/profiles/assessment';
import type { TravelProfile } from '#domain/routing/profiles/profile';
import { WALKING_ELDERLY } from '#domain/routing/profiles/walking';
import { markMainRoads } from '#domain/routing/snap/main-component';
import { readRoadNetwork } from '#geodata/read-road-network';
import { seededRandom } from './random.ts';
import { makeRoads, makeZonesAt } from './route-network.ts';

/** A network with made-up zones, for an elderly person on foot who is kept out of red. */
export interface RouteScene {
  readonly table: RoadTable;
  readonly tree: RoadTree;
  readonly zones: ZoneIndex;
  readonly metric: RouteMetric;
  /** Somewhere on a road of the main component, each time somewhere else. */
  readonly pickPlace: () => { readonly road: number; readonly alongMeters: number };
}

export function makeScene(nodeCount: number, zoneCount: number): RouteScene {
  const builder = new RoadTableBuilder();
  for (const road of makeRoads(nodeCount)) builder.addRoad(road);
  return sceneOf(builder.finish(), zoneCount);
}

/** The same on the roads of a file, with zones made up at its junctions. */
export async function readScene(file: string, zoneCount: number): Promise<RouteScene> {
  return sceneOf(buildRoadTable(await readRoadNetwork([file])), zoneCount);
}

function sceneOf(table: RoadTable, zoneCount: number): RouteScene {
  const tree = buildRoadTree(table);
  const zones = buildZoneIndex(makeZonesAt(table.junctionPositions, zoneCount));
  const metric = buildMetric(
    table,
    buildTopology(table, WALKING_ELDERLY.mode),
    assessRoads(table, WALKING_ELDERLY, { atNight: false }),
    exposeRoads(table, tree, zones),
    KEEP_OUT_OF_RED,
  );
  const marks = markMainRoads(metric);
  const main = Uint32Array.from(marks.keys()).filter((road) => marks[road] === 1);
  const random = seededRandom(3);
  const pickPlace = () => {
    const road = main[Math.floor(random() * main.length)] ?? 0;
    return { road, alongMeters: random() * (table.lengthsMeters[road] ?? 0) };
  };
  return { table, tree, zones, metric, pickPlace };
}

/** What the same roads cost another traveller who is kept out of red. */
export function metricFor({ table, metric }: RouteScene, profile: TravelProfile): RouteMetric {
  return buildMetric(
    table,
    buildTopology(table, profile.mode),
    assessRoads(table, profile, { atNight: false }),
    metric.exposure,
    KEEP_OUT_OF_RED,
  );
}

/**
 * Roads to close, the same each time: streets with other streets at both ends. Closing valley roads at random
 * would leave nothing to search, as each is a chain of dozens.
 */
export function pickRoads({ metric }: RouteScene, count: number): number[] {
  const { chainFirst, chainRoads } = metric.topology;
  const random = seededRandom(4);
  const roads = new Set<number>();
  while (roads.size < count) {
    const chain = Math.floor(random() * (chainFirst.length - 1));
    const first = chainFirst[chain] ?? 0;
    if ((chainFirst[chain + 1] ?? 0) - first === 1) roads.add((chainRoads[first] ?? 0) >> 1);
  }
  return [...roads];
}
