import { joinWidths } from './join-widths.ts';
import { levelBridges } from './level-bridges.ts';
import type { Road, RoadNetwork } from './road.ts';

/** What needs all roads at once: widths of other sources, and bridges in several parts. */
export function mendRoads(base: RoadNetwork, others: readonly (readonly Road[])[]): RoadNetwork {
  const joined = others.reduce<readonly Road[]>(
    (roads, more) => joinWidths(roads, more),
    base.roads,
  );
  return { ...base, roads: levelBridges(joined) };
}
