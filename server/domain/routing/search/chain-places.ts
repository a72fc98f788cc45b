import { stepCost } from '../cost/chain-costs.ts';
import type { RouteMetric } from '../cost/route-metric.ts';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import { LINK_WAYS } from '../graph/topology.ts';

/** A place on a road, as far as a search has to know it. */
export interface ChainPlace {
  readonly road: number;
  readonly alongMeters: number;
}

/** Somewhere that a search begins: a core, and what it costs between the place and it. */
export interface Seed {
  readonly core: number;
  readonly cost: number;
  /** The way along the chain that was taken, for the path to be told. */
  readonly isAlong: boolean;
}

/** The cores that a place leads to, along its chain and against it. */
export function seedsFrom(metric: RouteMetric, place: ChainPlace): Seed[] {
  return bothWays(metric, place, (isAlong) => costToEnd(metric, place, isAlong), 'head');
}

/** The cores that lead to a place, along its chain and against it. */
export function seedsTo(metric: RouteMetric, place: ChainPlace): Seed[] {
  return bothWays(metric, place, (isAlong) => costFromEnd(metric, place, isAlong), 'tail');
}

function bothWays(
  { topology }: RouteMetric,
  { road }: ChainPlace,
  costOf: (isAlong: boolean) => number,
  wanted: 'head' | 'tail',
): Seed[] {
  const { roadChains, chainFirstLink, linkArcs, linkWays, arcHeads } = topology;
  const chain = roadChains[road]!;
  const seeds: Seed[] = [];
  for (const isAlong of [true, false]) {
    const cost = costOf(isAlong);
    if (cost === Infinity) continue;
    const way = isAlong ? LINK_WAYS.along : LINK_WAYS.against;
    for (let link = chainFirstLink[chain]!; link < chainFirstLink[chain + 1]!; link += 1) {
      if ((linkWays[link]! & way) === 0) continue;
      // The head of the arc that leaves along the chain is where the chain stops.
      const isAtStop = isAlong === (wanted === 'head');
      const core = arcHeads[linkArcs[2 * link + (isAtStop ? 0 : 1)]!]!;
      if (seeds.at(-1)?.core !== core || seeds.at(-1)?.isAlong !== isAlong)
        seeds.push({ core, cost, isAlong });
    }
  }
  return seeds;
}

function costToEnd(metric: RouteMetric, place: ChainPlace, isAlong: boolean): number {
  const own = partCost(metric, place.road, place.alongMeters, null, isAlong);
  return own + sumBeyond(metric, place.road, isAlong);
}

function costFromEnd(metric: RouteMetric, place: ChainPlace, isAlong: boolean): number {
  const own = partCost(metric, place.road, null, place.alongMeters, isAlong);
  return own + sumBeyond(metric, place.road, !isAlong, isAlong);
}

/** The roads of the chain beyond a road on one side (`towardsStop`), gone along or against the chain. */
function sumBeyond(
  metric: RouteMetric,
  road: number,
  towardsStop: boolean,
  isAlong = towardsStop,
): number {
  const { chainFirst, chainRoads, roadChains, roadPlaces } = metric.topology;
  const chain = roadChains[road]!;
  const place = roadPlaces[road]!;
  const from = towardsStop ? place + 1 : chainFirst[chain]!;
  const to = towardsStop ? chainFirst[chain + 1]! : place;
  let cost = 0;
  for (let at = from; at < to; at += 1) cost += stepCost(metric, chainRoads[at]!, isAlong);
  return cost;
}

/** Part of a road gone along its chain or against it; null stands for the end where one comes in or out. */
function partCost(
  metric: RouteMetric,
  road: number,
  fromMeters: number | null,
  toMeters: number | null,
  isAlong: boolean,
): number {
  if (metric.closed[road] === 1) return Infinity;
  const part = partOf(metric, road, fromMeters, toMeters, isAlong);
  return metric.parts.costOf(
    road,
    part.fromMeters,
    part.toMeters,
    isWithLine(metric, road, isAlong),
  );
}

function partOf(
  metric: RouteMetric,
  road: number,
  fromMeters: number | null,
  toMeters: number | null,
  isAlong: boolean,
): RoadPart {
  const lengthMeters = metric.table.lengthsMeters[road]!;
  const isWith = isWithLine(metric, road, isAlong);
  return {
    road,
    fromMeters: fromMeters ?? (isWith ? 0 : lengthMeters),
    toMeters: toMeters ?? (isWith ? lengthMeters : 0),
  };
}

function isWithLine({ topology }: RouteMetric, road: number, isAlong: boolean): boolean {
  return isAlong === ((topology.chainRoads[topology.roadPlaces[road]!]! & 1) === 0);
}

/** A way within one chain. */
export interface DirectWay {
  readonly cost: number;
  readonly isAlong: boolean;
}

/** The way from a place to another of the same chain without leaving it; null where there is none. */
export function directWay(metric: RouteMetric, from: ChainPlace, to: ChainPlace): DirectWay | null {
  const { roadChains, roadPlaces, chainRoads } = metric.topology;
  if (roadChains[from.road] !== roadChains[to.road]) return null;
  const fromAt = roadPlaces[from.road]!;
  const toAt = roadPlaces[to.road]!;
  if (fromAt === toAt) {
    const isWith = to.alongMeters >= from.alongMeters;
    const isAlong = isWith === ((chainRoads[fromAt]! & 1) === 0);
    const cost = partCost(metric, from.road, from.alongMeters, to.alongMeters, isAlong);
    if (cost < Infinity || from.alongMeters !== to.alongMeters)
      return cost === Infinity ? null : { cost, isAlong };
    // Standing where one wants to be costs nothing on a one-way road either.
    return metric.closed[from.road] === 1 ? null : { cost: 0, isAlong };
  }
  const isAlong = toAt > fromAt;
  let cost =
    partCost(metric, from.road, from.alongMeters, null, isAlong) +
    partCost(metric, to.road, null, to.alongMeters, isAlong);
  for (let at = Math.min(fromAt, toAt) + 1; at < Math.max(fromAt, toAt); at += 1)
    cost += stepCost(metric, chainRoads[at]!, isAlong);
  return cost === Infinity ? null : { cost, isAlong };
}

/** The parts of roads from a place to the end of its chain. */
export function partsToEnd(metric: RouteMetric, place: ChainPlace, isAlong: boolean): RoadPart[] {
  const { chainFirst, roadChains, roadPlaces } = metric.topology;
  const chain = roadChains[place.road]!;
  const at = roadPlaces[place.road]!;
  const own = partOf(metric, place.road, place.alongMeters, null, isAlong);
  const rest = isAlong
    ? wholeParts(metric, at + 1, chainFirst[chain + 1]!, true)
    : wholeParts(metric, chainFirst[chain]!, at, false);
  return [own, ...rest];
}

/** The parts of roads from the end of a chain to a place on it. */
export function partsFromEnd(metric: RouteMetric, place: ChainPlace, isAlong: boolean): RoadPart[] {
  const { chainFirst, roadChains, roadPlaces } = metric.topology;
  const chain = roadChains[place.road]!;
  const at = roadPlaces[place.road]!;
  const own = partOf(metric, place.road, null, place.alongMeters, isAlong);
  const rest = isAlong
    ? wholeParts(metric, chainFirst[chain]!, at, true)
    : wholeParts(metric, at + 1, chainFirst[chain + 1]!, false);
  return [...rest, own];
}

/** The parts of roads of a `directWay`. */
export function partsBetween(
  metric: RouteMetric,
  from: ChainPlace,
  to: ChainPlace,
  isAlong: boolean,
): RoadPart[] {
  if (from.road === to.road)
    return [{ road: from.road, fromMeters: from.alongMeters, toMeters: to.alongMeters }];
  const { roadPlaces } = metric.topology;
  const [low, high] = [roadPlaces[from.road]!, roadPlaces[to.road]!].sort((a, b) => a - b);
  return [
    partOf(metric, from.road, from.alongMeters, null, isAlong),
    ...wholeParts(metric, low! + 1, high!, isAlong),
    partOf(metric, to.road, null, to.alongMeters, isAlong),
  ];
}

/** A whole chain, as parts of roads. */
export function partsOfChain(metric: RouteMetric, chain: number, isAlong: boolean): RoadPart[] {
  const { chainFirst } = metric.topology;
  return wholeParts(metric, chainFirst[chain]!, chainFirst[chain + 1]!, isAlong);
}

function wholeParts(metric: RouteMetric, from: number, to: number, isAlong: boolean): RoadPart[] {
  const parts: RoadPart[] = [];
  for (let at = from; at < to; at += 1)
    parts.push(partOf(metric, metric.topology.chainRoads[at]! >> 1, null, null, isAlong));
  return isAlong ? parts : parts.reverse();
}
