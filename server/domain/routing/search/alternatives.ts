import { exposureDmOf, packCost, timeCsOf } from '../cost/packed-cost.ts';
import type { RouteMetric } from '../cost/route-metric.ts';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import type { Topology } from '../graph/topology.ts';
import { type ChainPlace, partsFromEnd, partsToEnd, seedsFrom, seedsTo } from './chain-places.ts';
import { type FoundPath, seedOf } from './find-path.ts';
import { type CostTree, growTree } from './grow-tree.ts';
import type { SearchLimits } from './limits.ts';
import { partsInTree } from './tree-parts.ts';

/** What makes another route worth showing. */
export interface AlternativeRules {
  /** Routes beside the best one. */
  readonly most: number;
  /** Time of the best route that it may take, with as many metres in what is avoided first at most. */
  readonly mostTimes: number;
  /** Part of its metres that it may share with any route that is shown already. */
  readonly mostShared: number;
  /** Part of the best route's time that it has to be the best way between two of its places. */
  readonly leastPlateau: number;
}

/** Source of the measures: Abraham et al., Alternative routes in road networks, JEA 18 (2013); 1.5 for 1.25. */
export const USUAL_ALTERNATIVES: AlternativeRules = {
  most: 2,
  mostTimes: 1.5,
  mostShared: 0.7,
  leastPlateau: 0.1,
};

/**
 * Real alternatives to the best way: ways that two trees, from the start and to the end, agree upon over
 * a long stretch (a plateau), so that each is itself made of best ways. Never more exposed than the best.
 * In order of their costs; null where it was stopped.
 */
export function findAlternatives(
  metric: RouteMetric,
  from: ChainPlace,
  to: ChainPlace,
  best: FoundPath,
  rules: AlternativeRules = USUAL_ALTERNATIVES,
  limits: SearchLimits = {},
): FoundPath[] | null {
  const mostCost = packCost(
    exposureDmOf(best.cost),
    Math.floor(timeCsOf(best.cost) * rules.mostTimes),
  );
  const starts = seedsFrom(metric, from);
  const stops = seedsTo(metric, to);
  const bound = { ...limits, mostCost };
  const ahead = growTree(
    metric,
    'from',
    starts.map((seed) => ({ ...seed, origin: 0 })),
    bound,
  );
  const back = growTree(
    metric,
    'to',
    stops.map((seed) => ({ ...seed, origin: 0 })),
    bound,
  );
  if (ahead === null || back === null) return null;
  const shown: RoadPart[][] = [[...best.parts]];
  const found: FoundPath[] = [];
  for (const { core, cost } of plateaus(metric, ahead, back, mostCost, rules, best)) {
    if (found.length === rules.most) break;
    const before = partsInTree(metric, ahead, core);
    const after = partsInTree(metric, back, core);
    const start = seedOf(starts, before.seedCore, ahead.costs[before.seedCore]!);
    const stop = seedOf(stops, after.seedCore, back.costs[after.seedCore]!);
    const parts = [
      ...partsToEnd(metric, from, start.isAlong),
      ...before.parts,
      ...after.parts,
      ...partsFromEnd(metric, to, stop.isAlong),
    ];
    if (repeatsRoad(parts) || shown.some((one) => sharedPart(parts, one) > rules.mostShared))
      continue;
    shown.push(parts);
    found.push({ cost, parts });
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** The last cores of plateaus that are long enough, those first that cost little for their length. */
function plateaus(
  { topology, outCosts }: RouteMetric,
  ahead: CostTree,
  back: CostTree,
  mostCost: number,
  { leastPlateau }: AlternativeRules,
  best: FoundPath,
) {
  const { coreCount } = topology;
  const lengths = new Float64Array(coreCount);
  const goesOn = new Uint8Array(coreCount);
  for (const core of ahead.order) {
    const parent = ahead.parents[core]!;
    const arc = ahead.arcs[core]!;
    if (parent < 0 || !isSameLink(topology, arc, back.arcs[parent]!)) continue;
    lengths[core] = lengths[parent]! + outCosts[arc]!;
    goesOn[parent] = 1;
  }
  const least = leastPlateau * timeCsOf(best.cost);
  const candidates: { core: number; cost: number; detour: number }[] = [];
  for (const core of ahead.order) {
    const cost = ahead.costs[core]! + back.costs[core]!;
    const length = lengths[core]!;
    if (goesOn[core] === 1 || cost > mostCost || timeCsOf(length) < least) continue;
    candidates.push({ core, cost, detour: cost - length });
  }
  return candidates.sort((a, b) => a.detour - b.detour);
}

/** Whether two arcs are the two ends of one link: one tree goes out by it, the other comes in. */
function isSameLink({ arcWays, chainFirstLink, linkArcs }: Topology, a: number, b: number) {
  if (b < 0 || arcWays[a] !== (arcWays[b]! ^ 1)) return false;
  const chain = arcWays[a]! >> 1;
  for (let link = chainFirstLink[chain]!; link < chainFirstLink[chain + 1]!; link += 1) {
    const [first, second] = [linkArcs[2 * link], linkArcs[2 * link + 1]];
    if ((first === a && second === b) || (first === b && second === a)) return true;
  }
  return false;
}

function repeatsRoad(parts: readonly RoadPart[]): boolean {
  const whole = parts.filter((part) => part.fromMeters !== part.toMeters).map(({ road }) => road);
  return new Set(whole).size < whole.length;
}

/** The part of the metres of `parts` that lies on roads of `others`. */
function sharedPart(parts: readonly RoadPart[], others: readonly RoadPart[]): number {
  const roads = new Set(others.map(({ road }) => road));
  let metersShared = 0;
  let meters = 0;
  for (const { road, fromMeters, toMeters } of parts) {
    const own = Math.abs(toMeters - fromMeters);
    meters += own;
    if (roads.has(road)) metersShared += own;
  }
  return meters === 0 ? 1 : metersShared / meters;
}
