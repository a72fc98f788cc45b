import type { Position } from '#domain/geo/position';
import type { RouteMetric } from '../cost/route-metric.ts';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import { ROAD_FLAGS } from '../graph/road-table.ts';
import type { RoadTree } from '../graph/road-tree.ts';
import { type BestEnd, type EndTree, findBestEnd, treeFromEnds } from '../search/best-end.ts';
import type { ChainPlace } from '../search/chain-places.ts';
import { partsReachedBy } from '../search/isochrone.ts';
import type { SearchLimits } from '../search/limits.ts';
import { nearestOnRoad, snapPosition } from '../snap/snap-position.ts';
import { measureToSpans, type SpanMeters } from './meters-to-spans.ts';
import type { WalkNetwork } from './walk-network.ts';

/** What a vehicle reaches from its stations with the roads as they are open, and how far it is from there. */
export interface VehicleReach {
  readonly from: EndTree;
  readonly onFoot: SpanMeters;
}

/** Null where it was stopped. Good until a road is closed or opened. */
export function reachOfVehicle(
  metric: RouteMetric,
  network: WalkNetwork,
  stations: readonly ChainPlace[],
  limits: SearchLimits,
): VehicleReach | null {
  const from = treeFromEnds(metric, stations, limits);
  if (from === null) return null;
  const spans = partsReachedBy(metric, from.tree, stations);
  const onFoot = measureToSpans(network, spans, limits);
  return onFoot === null ? null : { from, onFoot };
}

/** Where the vehicle stops for somebody who comes this way, and from which station it is there first. */
export interface Stop {
  readonly place: ChainPlace;
  readonly best: BestEnd;
}

/**
 * The stop at a place that is reached. Where that is the junction of several roads that are reached, it is
 * on the one where the vehicle is first.
 */
export function stopAt({ from, onFoot }: VehicleReach, end: ChainPlace): Stop | null {
  let stop: Stop | null = null;
  for (const place of [end, ...sameJunction(onFoot, end)]) {
    const best = findBestEnd(from, place);
    if (best !== null && best.cost < (stop?.best.cost ?? Infinity)) stop = { place, best };
  }
  return stop;
}

/** Ends of roads that are reached as far as the junction that a place is at; none where it is at no junction. */
function sameJunction({ network, spans, spansOfRoad }: SpanMeters, end: ChainPlace): ChainPlace[] {
  const { table, nodes, incidence } = network;
  const isAtEnd = end.alongMeters === table.lengthsMeters[end.road];
  if (end.alongMeters !== 0 && !isAtEnd) return [];
  const node = (isAtEnd ? nodes.toNodes : nodes.fromNodes)[end.road]!;
  const places: ChainPlace[] = [];
  for (let at = incidence.first[node]!; at < incidence.first[node + 1]!; at += 1) {
    const road = incidence.ends[at]! >> 1;
    const alongMeters = (incidence.ends[at]! & 1) === 0 ? 0 : table.lengthsMeters[road]!;
    const touches = ({ fromMeters, toMeters }: RoadPart) =>
      fromMeters === alongMeters || toMeters === alongMeters;
    const own = spansOfRoad.get(road) ?? [];
    if (own.some((span) => touches(spans[span]!))) places.push({ road, alongMeters });
  }
  return places;
}

/** A way straight from a road to a place that has no road of its own to it. */
export interface StraightWay {
  readonly end: ChainPlace;
  readonly meters: number;
}

/**
 * The nearest place on what the vehicle reaches, across a yard or a field; null where none lies within
 * `withinMeters`. Nobody gets off a bridge or out of a tunnel.
 */
export function straightFrom(
  { onFoot }: VehicleReach,
  tree: RoadTree,
  position: Position,
  withinMeters: number,
): StraightWay | null {
  const { network, spans, spansOfRoad } = onFoot;
  const { table, isWalked } = network;
  const isStop = (road: number) =>
    isWalked[road] === 1 &&
    (table.flags[road]! & (ROAD_FLAGS.bridge | ROAD_FLAGS.tunnel)) === 0 &&
    isReachedAt(road, nearestOnRoad(table, road, position).alongMeters);
  const isReachedAt = (road: number, alongMeters: number) =>
    (spansOfRoad.get(road) ?? []).some(
      (span) => spans[span]!.fromMeters <= alongMeters && alongMeters <= spans[span]!.toMeters,
    );
  const found = snapPosition(table, tree, position, withinMeters, isStop);
  if (!found.ok) return null;
  const { road, alongMeters, walkMeters } = found.value;
  return { end: { road, alongMeters }, meters: walkMeters };
}
