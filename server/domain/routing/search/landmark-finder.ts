import type { RouteMetric } from '../cost/route-metric.ts';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import {
  type ChainPlace,
  directWay,
  partsFromEnd,
  partsOfChain,
  partsToEnd,
  type Seed,
  seedsFrom,
  seedsTo,
} from './chain-places.ts';
import { type PairFinder, type PathResult, seedOf, withinChain } from './find-path.ts';
import { LandmarkBounds } from './landmark-bounds.ts';
import type { Landmarks } from './landmarks.ts';
import { mustStop, type SearchLimits } from './limits.ts';
import { SearchSide } from './search-side.ts';
import { partsInTree } from './tree-parts.ts';

/** A core on the way up out of the dead end that the place lies in, and what it costs down from it. */
interface EndLabel {
  readonly core: number;
  readonly cost: number;
  /** The next one down, with the arc up to here; null where the place's own chain is reached. */
  readonly below: EndLabel | null;
  readonly arc: number;
  readonly seed: Seed;
}

/**
 * The search with landmarks. Measured against the one from both ends, on two noisy cores, with zones and
 * 3,000 roads closed: 1.2 ms against 2.4 ms in a city of 60,000 nodes, 10 against 32 ms in a prefecture of
 * 1,000,000. It needs landmarks that know the zones: with those of time alone it loses wherever a zone
 * cannot be avoided.
 */
export class LandmarkFinder implements PairFinder {
  readonly #side: SearchSide;
  readonly #bounds: Float64Array;
  readonly #landmarks: Landmarks;
  /** Cores that the last search looked at. */
  settledCount = 0;

  constructor(coreCount: number, landmarks: Landmarks) {
    this.#side = new SearchSide(coreCount);
    this.#bounds = new Float64Array(coreCount);
    this.#landmarks = landmarks;
  }

  /**
   * The cheapest way between two places, by A* towards the end. The metric has to be the landmarks' own, or
   * one in which nothing costs less.
   */
  find(
    metric: RouteMetric,
    from: ChainPlace,
    to: ChainPlace,
    limits: SearchLimits = {},
  ): PathResult {
    const direct = directWay(metric, from, to);
    const starts = seedsFrom(metric, from);
    const ends = climb(metric, seedsTo(metric, to));
    const found = this.#search(metric, starts, ends, direct?.cost ?? Infinity, limits);
    if (found === 'stopped') return { status: 'stopped' };
    if (found.end !== null) {
      const parts = this.#partsBy(metric, found.end, from, to, starts);
      return { status: 'found', path: { cost: found.cost, parts } };
    }
    return withinChain(metric, from, to, direct);
  }

  #search(
    { topology, outCosts }: RouteMetric,
    starts: readonly Seed[],
    ends: ReadonlyMap<number, EndLabel>,
    most: number,
    limits: SearchLimits,
  ) {
    const { coreFirst, coreFirstDown, arcHeads } = topology;
    const side = this.#side;
    const bounds = new LandmarkBounds(this.#landmarks, starts, [...ends.values()]);
    let best = most;
    let end: EndLabel | null = null;
    let settled = 0;
    side.begin([]);
    for (const { core, cost } of starts) this.#reach(core, cost, -1, -1, bounds, best);
    while (side.heap.leastCost < best) {
      const core = side.heap.pop();
      settled += 1;
      if (mustStop(settled, limits)) return 'stopped';
      const cost = side.costs[core]!;
      const label = ends.get(core);
      if (label !== undefined && cost + label.cost < best) {
        best = cost + label.cost;
        end = label;
      }
      const endArc = coreFirstDown[core]!;
      for (let arc = coreFirst[core]!; arc < endArc; arc += 1)
        this.#reach(arcHeads[arc]!, cost + outCosts[arc]!, core, arc, bounds, best);
    }
    this.settledCount = settled;
    return { cost: best, end };
  }

  #reach(
    core: number,
    cost: number,
    parent: number,
    arc: number,
    bounds: LandmarkBounds,
    best: number,
  ): void {
    if (cost >= best) return;
    const side = this.#side;
    const isKnown = side.stamps[core] === side.stamp;
    if (isKnown && side.costs[core]! <= cost) return;
    const bound = isKnown ? this.#bounds[core]! : bounds.boundAt(core);
    if (cost + bound >= best) return;
    this.#bounds[core] = bound;
    side.stamps[core] = side.stamp;
    side.costs[core] = cost;
    side.parents[core] = parent;
    side.arcs[core] = arc;
    side.heap.push(core, cost + bound);
  }

  #partsBy(
    metric: RouteMetric,
    end: EndLabel,
    from: ChainPlace,
    to: ChainPlace,
    starts: readonly Seed[],
  ): RoadPart[] {
    const { arcWays } = metric.topology;
    const { parents, arcs, costs } = this.#side;
    const before = partsInTree(metric, { direction: 'from', parents, arcs }, end.core);
    const start = seedOf(starts, before.seedCore, costs[before.seedCore]!);
    const after: RoadPart[][] = [];
    for (let label = end; label.below !== null; label = label.below) {
      const way = arcWays[label.arc]!;
      after.push(partsOfChain(metric, way >> 1, (way & 1) === 1));
    }
    return [
      ...partsToEnd(metric, from, start.isAlong),
      ...before.parts,
      ...after.flat(),
      ...partsFromEnd(metric, to, end.seed.isAlong),
    ];
  }
}

/** The cores by which a way may come to a place, with those above them as far as its dead end goes. */
function climb(
  { topology, inCosts }: RouteMetric,
  seeds: readonly Seed[],
): ReadonlyMap<number, EndLabel> {
  const { coreFirst, coreFirstDown, arcHeads } = topology;
  const labels = new Map<number, EndLabel>();
  for (const seed of seeds) {
    let label: EndLabel = { core: seed.core, cost: seed.cost, below: null, arc: -1, seed };
    while (label.cost < (labels.get(label.core)?.cost ?? Infinity)) {
      labels.set(label.core, label);
      const arc = coreFirst[label.core]!;
      if (coreFirstDown[label.core]! - arc !== 1) break;
      label = {
        core: arcHeads[arc]!,
        cost: label.cost + inCosts[arc]!,
        below: label,
        arc,
        seed,
      };
    }
  }
  return labels;
}
