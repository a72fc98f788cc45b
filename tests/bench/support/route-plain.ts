import type { RouteMetric } from '#domain/routing/cost/route-metric';
import type { ChainPlace } from '#domain/routing/search/chain-places';

interface Step {
  readonly to: number;
  readonly road: number;
  readonly isAlong: boolean;
}

/**
 * The peer: Dijkstra as it is written everywhere, on junctions with lists of objects and a binary heap of
 * pairs, over every junction of the network.
 */
export class PlainNetwork {
  readonly #metric: RouteMetric;
  readonly #stepsFrom: Step[][];
  readonly #stepsTo: Step[][];

  constructor(metric: RouteMetric) {
    this.#metric = metric;
    const { junctionCount, roadCount, fromJunctions, toJunctions } = metric.table;
    this.#stepsFrom = Array.from({ length: junctionCount }, () => []);
    this.#stepsTo = Array.from({ length: junctionCount }, () => []);
    for (let road = 0; road < roadCount; road += 1) {
      const from = fromJunctions[road] ?? 0;
      const to = toJunctions[road] ?? 0;
      this.#stepsFrom[from]?.push({ to, road, isAlong: true });
      this.#stepsFrom[to]?.push({ to: from, road, isAlong: false });
      this.#stepsTo[to]?.push({ to: from, road, isAlong: true });
      this.#stepsTo[from]?.push({ to, road, isAlong: false });
    }
  }

  /** The least packed cost between two places. */
  costBetween(from: ChainPlace, to: ChainPlace): number {
    const { table, parts } = this.#metric;
    const ends = new Map<number, number>();
    const lengthMeters = table.lengthsMeters[to.road] ?? 0;
    const start = table.fromJunctions[to.road] ?? 0;
    const stop = table.toJunctions[to.road] ?? 0;
    ends.set(start, parts.costOf(to.road, 0, to.alongMeters, true));
    ends.set(
      stop,
      Math.min(
        ends.get(stop) ?? Infinity,
        parts.costOf(to.road, lengthMeters, to.alongMeters, false),
      ),
    );
    let best = Infinity;
    if (from.road === to.road)
      best = parts.costOf(
        from.road,
        from.alongMeters,
        to.alongMeters,
        to.alongMeters >= from.alongMeters,
      );
    this.#search(this.#stepsFrom, this.#startOf(from), (junction, cost) => {
      const rest = ends.get(junction);
      if (rest !== undefined) best = Math.min(best, cost + rest);
      return cost >= best;
    });
    return best;
  }

  /** The least packed cost from every junction to a place. */
  costsTo(to: ChainPlace): Float64Array {
    const costs = new Float64Array(this.#stepsTo.length).fill(Infinity);
    this.#search(this.#stepsTo, this.#stopOf(to), (junction, cost) => {
      costs[junction] = cost;
      return false;
    });
    return costs;
  }

  /** What it costs from a place to the junctions of its road. */
  startOf(place: ChainPlace): readonly (readonly [junction: number, cost: number])[] {
    return this.#startOf(place);
  }

  #startOf({ road, alongMeters }: ChainPlace): [number, number][] {
    const { table, parts } = this.#metric;
    const lengthMeters = table.lengthsMeters[road] ?? 0;
    return [
      [table.toJunctions[road] ?? 0, parts.costOf(road, alongMeters, lengthMeters, true)],
      [table.fromJunctions[road] ?? 0, parts.costOf(road, alongMeters, 0, false)],
    ];
  }

  #stopOf({ road, alongMeters }: ChainPlace): [number, number][] {
    const { table, parts } = this.#metric;
    const lengthMeters = table.lengthsMeters[road] ?? 0;
    return [
      [table.fromJunctions[road] ?? 0, parts.costOf(road, 0, alongMeters, true)],
      [table.toJunctions[road] ?? 0, parts.costOf(road, lengthMeters, alongMeters, false)],
    ];
  }

  #search(
    steps: readonly (readonly Step[])[],
    starts: readonly [number, number][],
    isDone: (junction: number, cost: number) => boolean,
  ): void {
    const { roadAlong, roadAgainst, closed } = this.#metric;
    const costs = new Map<number, number>();
    const done = new Set<number>();
    const queue = new PairQueue();
    const reach = (junction: number, cost: number) => {
      if (!(cost < (costs.get(junction) ?? Infinity))) return;
      costs.set(junction, cost);
      queue.push({ junction, cost });
    };
    for (const [junction, cost] of starts) reach(junction, cost);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { junction, cost } = next;
      if (done.has(junction)) continue;
      done.add(junction);
      if (isDone(junction, cost)) return;
      for (const { to, road, isAlong } of steps[junction] ?? [])
        if (closed[road] === 0)
          reach(to, cost + ((isAlong ? roadAlong[road] : roadAgainst[road]) ?? Infinity));
    }
  }
}

interface Pair {
  readonly junction: number;
  readonly cost: number;
}

class PairQueue {
  readonly #pairs: Pair[] = [];

  push(pair: Pair): void {
    const pairs = this.#pairs;
    let place = pairs.push(pair) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = pairs[parent] as Pair;
      if (above.cost <= pair.cost) break;
      pairs[place] = above;
      place = parent;
    }
    pairs[place] = pair;
  }

  pop(): Pair | undefined {
    const pairs = this.#pairs;
    const top = pairs[0];
    const last = pairs.pop();
    if (last === undefined || pairs.length === 0) return top;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= pairs.length) break;
      const right = pairs[child + 1];
      if (right !== undefined && right.cost < (pairs[child] as Pair).cost) child += 1;
      const below = pairs[child] as Pair;
      if (below.cost >= last.cost) break;
      pairs[place] = below;
      place = child;
    }
    pairs[place] = last;
    return top;
  }
}
