import type { RoadPart } from '../exposure/measure-exposure.ts';
import type { ChainPlace } from '../search/chain-places.ts';
import { CoreHeap } from '../search/core-heap.ts';
import { mustStop, type SearchLimits } from '../search/limits.ts';
import type { WalkNetwork } from './walk-network.ts';

/** Metres along roads from everywhere to the nearest of some spans: what a vehicle reaches, or hydrants. */
export interface SpanMeters {
  readonly network: WalkNetwork;
  readonly spans: readonly RoadPart[];
  readonly spansOfRoad: ReadonlyMap<number, readonly number[]>;
  /** To the nearest span from each node; Infinity where none is reached. */
  readonly meters: Float64Array;
  /** The road that leads on towards the span; -1 at a node where the way ends. */
  readonly nextRoads: Int32Array;
  /** The span that the way ends at. */
  readonly spanAt: Int32Array;
}

/** The way on foot from a place to the nearest span. */
export interface WayToSpan {
  readonly meters: number;
  readonly span: number;
  /** Where the span is met. */
  readonly end: ChainPlace;
  /** Roads that are walked, from the place to the span. */
  readonly roads: readonly number[];
}

/**
 * Dijkstra from all spans at once; null where it was stopped. A span on a road that may not be walked
 * counts where it touches a junction: one gets off there.
 *
 * @param startMeters what is added to each span, as from a hydrant to its road; none where left out
 */
export function measureToSpans(
  network: WalkNetwork,
  spans: readonly RoadPart[],
  limits: SearchLimits & { readonly mostMeters?: number } = {},
  startMeters: (span: number) => number = () => 0,
): SpanMeters | null {
  const { table, nodes, incidence, isWalked } = network;
  const { mostMeters = Infinity } = limits;
  const meters = new Float64Array(nodes.nodeCount).fill(Infinity);
  const nextRoads = new Int32Array(nodes.nodeCount).fill(-1);
  const spanAt = new Int32Array(nodes.nodeCount).fill(-1);
  const spansOfRoad = new Map<number, number[]>();
  const heap = new CoreHeap(nodes.nodeCount);
  const reach = (node: number, atMeters: number, next: number, span: number) => {
    if (!(atMeters < meters[node]!) || atMeters > mostMeters) return;
    meters[node] = atMeters;
    nextRoads[node] = next;
    spanAt[node] = span;
    heap.push(node, atMeters);
  };
  for (const [span, { road, fromMeters, toMeters }] of spans.entries()) {
    spansOfRoad.set(road, [...(spansOfRoad.get(road) ?? []), span]);
    const beforeEnd = table.lengthsMeters[road]! - toMeters;
    const start = startMeters(span);
    const ends = [
      [nodes.fromNodes[road]!, fromMeters],
      [nodes.toNodes[road]!, beforeEnd],
    ] as const;
    for (const [node, away] of ends)
      if (away === 0 || isWalked[road] === 1)
        reach(node, start + away, away === 0 ? -1 : road, span);
  }
  let settled = 0;
  while (heap.size > 0) {
    const node = heap.pop();
    settled += 1;
    if (mustStop(settled, limits)) return null;
    for (let at = incidence.first[node]!; at < incidence.first[node + 1]!; at += 1) {
      const end = incidence.ends[at]!;
      const road = end >> 1;
      if (isWalked[road] === 0) continue;
      const other = (end & 1) === 0 ? nodes.toNodes[road]! : nodes.fromNodes[road]!;
      reach(other, meters[node]! + table.lengthsMeters[road]!, road, spanAt[node]!);
    }
  }
  return { network, spans, spansOfRoad, meters, nextRoads, spanAt };
}

/** The way to the nearest span from a place on a road; null where none leads to any. */
export function findWayToSpan(
  found: SpanMeters,
  { road, alongMeters }: ChainPlace,
  startMeters: (span: number) => number = () => 0,
): WayToSpan | null {
  const { network, spans, spansOfRoad, meters, spanAt } = found;
  const { table, nodes, isWalked } = network;
  let best: WayToSpan | null = null;
  for (const span of spansOfRoad.get(road) ?? []) {
    const { fromMeters, toMeters } = spans[span]!;
    const along = Math.min(Math.max(alongMeters, fromMeters), toMeters);
    const away = Math.abs(along - alongMeters);
    const total = away + startMeters(span);
    if ((away > 0 && isWalked[road] === 0) || total >= (best?.meters ?? Infinity)) continue;
    const end = { road, alongMeters: along };
    best = { meters: total, span, end, roads: away > 0 ? [road] : [] };
  }
  const lengthMeters = table.lengthsMeters[road]!;
  const ways = [
    [nodes.fromNodes[road]!, alongMeters],
    [nodes.toNodes[road]!, lengthMeters - alongMeters],
  ] as const;
  for (const [node, away] of ways) {
    if (away > 0 && isWalked[road] === 0) continue;
    const total = away + meters[node]!;
    if (total >= (best?.meters ?? Infinity)) continue;
    const walked = walkFrom(found, node);
    best = {
      ...{ meters: total, span: spanAt[node]!, end: walked.end },
      roads: away > 0 ? [road, ...walked.roads] : walked.roads,
    };
  }
  return best;
}

function walkFrom({ network, spans, nextRoads, spanAt }: SpanMeters, fromNode: number) {
  const { fromNodes, toNodes } = network.nodes;
  const span = spans[spanAt[fromNode]!]!;
  const roads: number[] = [];
  let node = fromNode;
  while (nextRoads[node]! >= 0) {
    const road = nextRoads[node]!;
    roads.push(road);
    const isAtStart = fromNodes[road] === node;
    // The last road may be left in its middle, where the span begins.
    if (road === span.road) {
      const beforeEnd = network.table.lengthsMeters[road]! - span.toMeters;
      const isLoop = fromNodes[road] === toNodes[road];
      const isByStart = isLoop ? span.fromMeters <= beforeEnd : isAtStart;
      const alongMeters = isByStart ? span.fromMeters : span.toMeters;
      return { roads, end: { road, alongMeters } };
    }
    node = isAtStart ? toNodes[road]! : fromNodes[road]!;
  }
  const alongMeters = fromNodes[span.road] === node && span.fromMeters === 0 ? 0 : span.toMeters;
  return { roads, end: { road: span.road, alongMeters } };
}
