import { stepCost } from '../cost/chain-costs.ts';
import { packCost } from '../cost/packed-cost.ts';
import type { RouteMetric } from '../cost/route-metric.ts';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import { LINK_WAYS } from '../graph/topology.ts';
import { type ChainPlace, seedsFrom } from './chain-places.ts';
import { type CostTree, growTree } from './grow-tree.ts';
import type { SearchLimits } from './limits.ts';

/**
 * The parts of roads that can be reached from a place within some time without a metre in what the
 * metric's policy avoids first; null where it was stopped. On roads that are reached in part the time is
 * shared out by metres.
 *
 * @param withinSeconds above 0, weights of the policy included: hand in a metric of `QUICKEST` for time alone
 */
export function findReachableParts(
  metric: RouteMetric,
  place: ChainPlace,
  withinSeconds: number,
  limits: SearchLimits = {},
): RoadPart[] | null {
  const mostCost = packCost(0, Math.floor(100 * withinSeconds));
  const seeds = seedsFrom(metric, place).map((seed) => ({ ...seed, origin: 0 }));
  const tree = growTree(metric, 'from', seeds, { ...limits, mostCost });
  return tree === null ? null : partsReachedBy(metric, tree, [place], mostCost);
}

/**
 * The parts of roads that a tree from some places reaches, each road's joined, lower end first.
 *
 * @param mostCost packed; without it as far as the roads go
 */
export function partsReachedBy(
  metric: RouteMetric,
  tree: CostTree,
  places: readonly ChainPlace[],
  mostCost = Number.MAX_VALUE,
): RoadPart[] {
  const reached = new ReachedParts(metric, mostCost);
  for (const place of places) reached.addBothWays(place);
  const { coreFirst, arcWays } = metric.topology;
  for (const core of tree.order)
    for (let arc = coreFirst[core]!; arc < coreFirst[core + 1]!; arc += 1)
      reached.addChain(arcWays[arc]! >> 1, (arcWays[arc]! & 1) === 0, tree.costs[core]!, arc);
  return reached.finish();
}

/** How far each road is reached from its start and from its end. */
class ReachedParts {
  readonly #metric: RouteMetric;
  readonly #mostCost: number;
  readonly #parts = new Map<number, RoadPart[]>();

  constructor(metric: RouteMetric, mostCost: number) {
    this.#metric = metric;
    this.#mostCost = mostCost;
  }

  addBothWays({ road, alongMeters }: ChainPlace): void {
    if (this.#metric.closed[road] === 1) return;
    const lengthMeters = this.#metric.table.lengthsMeters[road]!;
    this.#addPart(road, alongMeters, lengthMeters, 0);
    this.#addPart(road, alongMeters, 0, 0);
    const { roadPlaces, roadChains, chainFirst, chainRoads } = this.#metric.topology;
    const chain = roadChains[road]!;
    const at = roadPlaces[road]!;
    const isWith = (chainRoads[at]! & 1) === 0;
    const cost = (toMeters: number) =>
      this.#metric.parts.costOf(road, alongMeters, toMeters, toMeters > alongMeters);
    this.#addRoads(at + 1, chainFirst[chain + 1]!, true, cost(isWith ? lengthMeters : 0));
    this.#addRoads(chainFirst[chain]!, at, false, cost(isWith ? 0 : lengthMeters));
  }

  addChain(chain: number, isAlong: boolean, startCost: number, arc: number): void {
    const { topology } = this.#metric;
    if (!isArcOpen(this.#metric, arc, chain, isAlong)) return;
    const { chainFirst } = topology;
    this.#addRoads(chainFirst[chain]!, chainFirst[chain + 1]!, isAlong, startCost);
  }

  #addRoads(from: number, to: number, isAlong: boolean, startCost: number): void {
    const { chainRoads } = this.#metric.topology;
    let cost = startCost;
    for (let step = 0; step < to - from; step += 1) {
      const chainRoad = chainRoads[isAlong ? from + step : to - 1 - step]!;
      const road = chainRoad >> 1;
      const own = stepCost(this.#metric, chainRoad, isAlong);
      if (cost > this.#mostCost || own === Infinity) return;
      const lengthMeters = this.#metric.table.lengthsMeters[road]!;
      const isWith = isAlong === ((chainRoad & 1) === 0);
      this.#addPart(road, isWith ? 0 : lengthMeters, isWith ? lengthMeters : 0, cost);
      cost += own;
    }
  }

  /** As much of a part as the rest of the cost allows, by halving: exposure lies anywhere on a road. */
  #addPart(road: number, fromMeters: number, toMeters: number, startCost: number): void {
    const isAlong = toMeters > fromMeters;
    const fits = (part: number) =>
      startCost +
        this.#metric.parts.costOf(
          road,
          fromMeters,
          fromMeters + part * (toMeters - fromMeters),
          isAlong,
        ) <=
      this.#mostCost;
    let low = fits(1) ? 1 : 0;
    let high = 1;
    while (low < 1 && (high - low) * Math.abs(toMeters - fromMeters) > 0.1) {
      const middle = (low + high) / 2;
      if (fits(middle)) low = middle;
      else high = middle;
    }
    if (low === 0 || fromMeters === toMeters) return;
    const list = this.#parts.get(road) ?? [];
    list.push({ road, fromMeters, toMeters: fromMeters + low * (toMeters - fromMeters) });
    this.#parts.set(road, list);
  }

  /** What is reached from both sides is joined, lower end first. */
  finish(): RoadPart[] {
    return [...this.#parts].flatMap(([road, parts]) => {
      const spans = parts
        .map(({ fromMeters: a, toMeters: b }) => [Math.min(a, b), Math.max(a, b)] as const)
        .sort((a, b) => a[0] - b[0]);
      const joined: RoadPart[] = [];
      for (const [fromMeters, toMeters] of spans) {
        const last = joined.at(-1);
        if (last === undefined || fromMeters > last.toMeters)
          joined.push({ road, fromMeters, toMeters });
        else if (toMeters > last.toMeters) joined[joined.length - 1] = { ...last, toMeters };
      }
      return joined;
    });
  }
}

/** A link that a turn restriction closes one way is no way, however short the chain. */
function isArcOpen(metric: RouteMetric, arc: number, chain: number, isAlong: boolean): boolean {
  const { chainFirstLink, linkArcs, linkWays } = metric.topology;
  for (let link = chainFirstLink[chain]!; link < chainFirstLink[chain + 1]!; link += 1)
    if (linkArcs[2 * link + (isAlong ? 0 : 1)] === arc)
      return (linkWays[link]! & (isAlong ? LINK_WAYS.along : LINK_WAYS.against)) !== 0;
  return false;
}
