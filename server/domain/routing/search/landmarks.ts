import type { RouteMetric } from '../cost/route-metric.ts';
import { findStrongComponents } from '../snap/strong-components.ts';
import { growTree } from './grow-tree.ts';

/**
 * Costs between every core and a few far ones, from which a search knows how much is still to go at least.
 * They hold for the metric as it was and for every one that costs more: closures and added exposure. A
 * road that is opened, or gets better, asks for new ones.
 */
export interface Landmarks {
  readonly count: number;
  readonly coreCount: number;
  /**
   * costs[2 · (l · coreCount + core)]: from the core to landmark l; + 1: from the landmark to the core. By
   * landmarks, as a search looks at a few of them for many cores that are near each other.
   */
  readonly costs: Float64Array;
}

/** Eight directions: more cost memory, and each search uses the best few only. */
const SECTORS = 8;

/**
 * Takes the farthest core in each of eight directions from the middle, among those that reach each other,
 * and the costs to and from it.
 *
 * Source: Goldberg, Harrelson, Computing the shortest path: A* search meets graph theory, SODA 2005.
 */
export function buildLandmarks(metric: RouteMetric): Landmarks {
  const cores = pickFarCores(metric);
  const count = cores.length;
  const { coreCount } = metric.topology;
  const costs = new Float64Array(2 * count * coreCount);
  for (const [landmark, core] of cores.entries())
    for (const direction of ['to', 'from'] as const) {
      const tree = growTree(metric, direction, [{ core, cost: 0, origin: 0 }]);
      if (tree === null) continue;
      const first = 2 * landmark * coreCount + (direction === 'to' ? 0 : 1);
      for (let at = 0; at < tree.costs.length; at += 1) costs[first + 2 * at] = tree.costs[at]!;
    }
  return { count, coreCount, costs };
}

function pickFarCores(metric: RouteMetric): number[] {
  const { coreCount, coreJunctions } = metric.topology;
  const { junctionPositions } = metric.table;
  const { count, ofCore } = findStrongComponents(metric);
  const sizes = new Uint32Array(count);
  for (const component of ofCore) sizes[component]! += 1;
  const main = sizes.reduce((best, size, at) => (size > sizes[best]! ? at : best), 0);
  const members: number[] = [];
  for (let core = 0; core < coreCount; core += 1) if (ofCore[core] === main) members.push(core);
  const lngOf = (core: number) => junctionPositions[2 * coreJunctions[core]!]!;
  const latOf = (core: number) => junctionPositions[2 * coreJunctions[core]! + 1]!;
  const middleLng = members.reduce((sum, core) => sum + lngOf(core), 0) / members.length;
  const middleLat = members.reduce((sum, core) => sum + latOf(core), 0) / members.length;
  const farthest = new Map<number, { core: number; distance: number }>();
  for (const core of members) {
    // Degrees do for directions: nothing here has to be exact.
    const [east, north] = [lngOf(core) - middleLng, latOf(core) - middleLat];
    const turn = (Math.atan2(north, east) + Math.PI) / (2 * Math.PI);
    const sector = Math.min(Math.floor(SECTORS * turn), SECTORS - 1);
    const distance = Math.hypot(east, north);
    if (distance > (farthest.get(sector)?.distance ?? -1)) farthest.set(sector, { core, distance });
  }
  return [...farthest.values()].map(({ core }) => core);
}
