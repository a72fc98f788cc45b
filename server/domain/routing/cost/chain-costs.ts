import { LINK_WAYS } from '../graph/topology.ts';
import type { RouteMetric } from './route-metric.ts';

/** Sums the roads of a chain and writes the sums where its links are searched. */
export function updateChain(metric: RouteMetric, chain: number): void {
  const { topology, outCosts, inCosts } = metric;
  const { chainFirstLink, linkArcs, linkWays } = topology;
  const along = chainCost(metric, chain, true);
  const against = chainCost(metric, chain, false);
  const endLink = chainFirstLink[chain + 1]!;
  for (let link = chainFirstLink[chain]!; link < endLink; link += 1) {
    const ways = linkWays[link]!;
    const atFrom = linkArcs[2 * link]!;
    const atTo = linkArcs[2 * link + 1]!;
    const thither = (ways & LINK_WAYS.along) === 0 ? Infinity : along;
    const hither = (ways & LINK_WAYS.against) === 0 ? Infinity : against;
    outCosts[atFrom] = thither;
    inCosts[atTo] = thither;
    outCosts[atTo] = hither;
    inCosts[atFrom] = hither;
  }
}

function chainCost(metric: RouteMetric, chain: number, isAlong: boolean): number {
  const { chainFirst, chainRoads } = metric.topology;
  const end = chainFirst[chain + 1]!;
  let cost = 0;
  for (let place = chainFirst[chain]!; place < end; place += 1)
    cost += stepCost(metric, chainRoads[place]!, isAlong);
  return cost;
}

/** A whole road of a chain, as it stands in `chainRoads`, gone with the chain or against it. */
export function stepCost(metric: RouteMetric, chainRoad: number, isAlong: boolean): number {
  const road = chainRoad >> 1;
  if (metric.closed[road] === 1) return Infinity;
  const isWithLine = isAlong === ((chainRoad & 1) === 0);
  return isWithLine ? metric.roadAlong[road]! : metric.roadAgainst[road]!;
}
