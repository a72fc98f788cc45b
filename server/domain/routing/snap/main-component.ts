import { stepCost } from '../cost/chain-costs.ts';
import type { RouteMetric } from '../cost/route-metric.ts';
import { findStrongComponents } from './strong-components.ts';

/**
 * Marks (1) the roads of the main component: those from which one gets to the greatest group of roads
 * that all reach each other, and back. Snapping to a road outside it, such as one in a closed yard, would
 * make everything unreachable. Judged by the metric as it is: hand in one without temporary closures.
 *
 * Where no junctions reach each other there is none; then every road that can be gone is marked.
 */
export function markMainRoads(metric: RouteMetric): Uint8Array {
  const { chainFromCores, chainToCores } = metric.topology;
  const isMain = markMainCores(metric);
  const marks = new Uint8Array(metric.table.roadCount);
  if (isMain === null)
    return marks.map((_, road) =>
      Math.min(metric.roadAlong[road]!, metric.roadAgainst[road]!) < Infinity ? 1 : 0,
    );
  for (let chain = 0; chain < chainFromCores.length; chain += 1)
    markChain(metric, chain, isMain[chainFromCores[chain]!]!, isMain[chainToCores[chain]!]!, marks);
  return marks;
}

/** Null where no component has a road. A core stands for its copies behind turn restrictions too. */
function markMainCores(metric: RouteMetric): Uint8Array | null {
  const { coreCount, copyOf } = metric.topology;
  const { count, ofCore } = findStrongComponents(metric);
  const roads = roadsWithin(metric, ofCore, count);
  const greatest = roads.reduce((best, size, at) => (size > roads[best]! ? at : best), 0);
  if ((roads[greatest] ?? 0) === 0) return null;
  const isMain = new Uint8Array(coreCount);
  for (let core = 0; core < coreCount; core += 1) isMain[core] = ofCore[core] === greatest ? 1 : 0;
  const firstCopy = coreCount - copyOf.length;
  for (const [copy, core] of copyOf.entries()) if (isMain[firstCopy + copy] === 1) isMain[core] = 1;
  return isMain;
}

/** How many roads lie between cores of each component: a ring of a hundred roads may have one core. */
function roadsWithin({ topology, outCosts }: RouteMetric, ofCore: Uint32Array, count: number) {
  const { coreCount, coreFirst, arcHeads, arcWays, chainFirst } = topology;
  const roads = new Uint32Array(count);
  for (let core = 0; core < coreCount; core += 1)
    for (let arc = coreFirst[core]!; arc < coreFirst[core + 1]!; arc += 1) {
      if (outCosts[arc] === Infinity || ofCore[arcHeads[arc]!] !== ofCore[core]) continue;
      const chain = arcWays[arc]! >> 1;
      roads[ofCore[core]!]! += chainFirst[chain + 1]! - chainFirst[chain]!;
    }
  return roads;
}

/** A road in a chain may hang on either end of it; what is refused in between keeps it from the other. */
function markChain(
  metric: RouteMetric,
  chain: number,
  fromMain: number,
  toMain: number,
  marks: Uint8Array,
): void {
  const { chainFirst, chainRoads } = metric.topology;
  const first = chainFirst[chain]!;
  const end = chainFirst[chain + 1]!;
  const comes = new Uint8Array(end - first);
  const leaves = new Uint8Array(end - first);
  let isIn = fromMain === 1;
  let isOut = isIn;
  for (let at = first; at < end; at += 1) {
    isIn &&= stepCost(metric, chainRoads[at]!, true) < Infinity;
    isOut &&= stepCost(metric, chainRoads[at]!, false) < Infinity;
    if (isIn) comes[at - first] = 1;
    if (isOut) leaves[at - first] = 1;
  }
  isIn = toMain === 1;
  isOut = isIn;
  for (let at = end - 1; at >= first; at -= 1) {
    isIn &&= stepCost(metric, chainRoads[at]!, false) < Infinity;
    isOut &&= stepCost(metric, chainRoads[at]!, true) < Infinity;
    if (isIn) comes[at - first] = 1;
    if (isOut) leaves[at - first] = 1;
  }
  for (let at = first; at < end; at += 1)
    marks[chainRoads[at]! >> 1] = comes[at - first]! & leaves[at - first]!;
}
