import type { Position } from '#domain/geo/position';
import type { RouteMetric } from '../cost/route-metric.ts';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import { pointsOfPart } from '../route/part-line.ts';
import { type Router, SNAP_WITHIN_METERS } from '../router.ts';
import { pathByEnd } from '../search/best-end.ts';
import type { ChainPlace } from '../search/chain-places.ts';
import type { SearchLimits } from '../search/limits.ts';
import type { RoadPlace } from '../snap/road-place.ts';
import { snapPosition } from '../snap/snap-position.ts';
import { withClosures } from '../with-closures.ts';
import type { FireAnswer, FireQuestion, FireReach, FireRow } from './fire-reach.ts';
import { HydrantFinder } from './hydrant-finder.ts';
import { findWayToSpan } from './meters-to-spans.ts';
import {
  reachOfVehicle,
  type Stop,
  stopAt,
  straightFrom,
  type VehicleReach,
} from './vehicle-reach.ts';
import { buildWalkNetwork } from './walk-network.ts';

/** The answer for each place, and what of the question no road is near to. */
export interface FireCheck {
  /** In the order of the places. */
  readonly rows: readonly FireRow[];
  /** By their numbers: stations from which nobody sets out, hydrants at which no hose begins. */
  readonly stationsOffRoads: readonly number[];
  readonly hydrantsOffRoads: readonly number[];
}

/**
 * Checks how a vehicle comes to places from its stations, and on foot from where it stops; null where it
 * was stopped. Roads that are closed have to be closed in the metrics of both routers, which are of one table.
 *
 * Asked twice: with the roads that have to be looked at first, and without them. What is known and what
 * is hoped for stand side by side, and nothing unknown is told as passed.
 */
export function checkFireReach(
  vehicle: Router,
  walker: Router,
  question: FireQuestion,
  limits: SearchLimits = {},
): FireCheck | null {
  const { metric } = vehicle;
  const network = buildWalkNetwork(walker.metric);
  const hydrants = HydrantFinder.build(network, vehicle.tree, question, limits);
  if (hydrants === null) return null;
  const snapped = question.stations.map((position) => placeOnRoads(vehicle, position));
  const stations = snapped.flatMap((place, station) =>
    place === null ? [] : [{ ...place, station }],
  );
  const doors = question.places.map((position) => placeOnRoads(walker, position));
  const reachAll = () => {
    const reach = reachOfVehicle(metric, network, stations, limits);
    if (reach === null) return null;
    const teller = new ReachTeller(reach, walker, hydrants, stations, question.offRoadMeters);
    return question.places.map((position, at) => teller.tell(position, doors[at] ?? null));
  };
  const possible = reachAll();
  // Ways are taken down while the roads are closed: afterwards the tree is worth nothing.
  const known = withClosures(metric, unknownRoadsOf(metric), reachAll);
  if (possible === null || known === null) return null;
  return {
    rows: question.places.map((_, at) =>
      rowOf(known[at]!, possible[at]!, doors[at] ?? null, question.offRoadMeters),
    ),
    stationsOffRoads: snapped.flatMap((place, station) => (place === null ? [station] : [])),
    hydrantsOffRoads: hydrants.offRoads,
  };
}

/** Where a station or somebody's door is on the roads, closed ones among them: nobody is put beyond a closure. */
function placeOnRoads({ metric, tree, mainRoads }: Router, position: Position): RoadPlace | null {
  const isUsable = (road: number) => mainRoads[road] === 1;
  const snapped = snapPosition(metric.table, tree, position, SNAP_WITHIN_METERS, isUsable);
  return snapped.ok ? snapped.value : null;
}

function unknownRoadsOf({ assessment, table }: RouteMetric): number[] {
  const roads: number[] = [];
  for (let road = 0; road < table.roadCount; road += 1)
    if (assessment.reasonBits[road] !== 0) roads.push(road);
  return roads;
}

function rowOf(
  known: FireReach | null,
  possible: FireReach | null,
  door: RoadPlace | null,
  offRoadMeters: number,
): FireRow {
  const isFarFromRoads =
    (possible?.walkOffRoadMeters ?? door?.walkMeters ?? Infinity) > offRoadMeters;
  const isThere = (reach: FireReach | null) => reach !== null && reach.walkRoadMeters === 0;
  const isKnown = isThere(known) && (known?.walkOffRoadMeters ?? Infinity) <= offRoadMeters;
  const answer: FireAnswer =
    possible === null
      ? 'unreached'
      : !isThere(possible)
        ? 'on-foot'
        : isKnown
          ? 'reached'
          : 'check-on-site';
  return { answer, known, possible, isFarFromRoads };
}

class ReachTeller {
  readonly #reach: VehicleReach;
  readonly #walker: Router;
  readonly #hydrants: HydrantFinder;
  readonly #stations: readonly { readonly station: number }[];
  readonly #offRoadMeters: number;

  constructor(
    reach: VehicleReach,
    walker: Router,
    hydrants: HydrantFinder,
    stations: readonly { readonly station: number }[],
    offRoadMeters: number,
  ) {
    this.#reach = reach;
    this.#walker = walker;
    this.#hydrants = hydrants;
    this.#stations = stations;
    this.#offRoadMeters = offRoadMeters;
  }

  tell(position: Position, door: RoadPlace | null): FireReach | null {
    if (door === null) return null;
    const way = findWayToSpan(this.#reach.onFoot, door);
    const total = way === null ? Infinity : way.meters + door.walkMeters;
    if (way === null || way.meters > 0) {
      const straight = straightFrom(this.#reach, this.#walker.tree, position, this.#offRoadMeters);
      const stop = straight === null ? null : stopAt(this.#reach, straight.end);
      if (straight !== null && stop !== null && straight.meters < total)
        return this.#reachBy(stop, { walkRoadMeters: 0, walkOffRoadMeters: straight.meters }, []);
    }
    const stop = way === null ? null : stopAt(this.#reach, way.end);
    if (way === null || stop === null) return null;
    const walked = { walkRoadMeters: way.meters, walkOffRoadMeters: door.walkMeters };
    return this.#reachBy(stop, walked, way.roads);
  }

  #reachBy(
    { place, best }: Stop,
    walked: Pick<FireReach, 'walkRoadMeters' | 'walkOffRoadMeters'>,
    walkedRoads: readonly number[],
  ): FireReach {
    const { metric } = this.#reach.from;
    const parts = pathByEnd(this.#reach.from, place, best).parts.filter(
      ({ fromMeters, toMeters }) => fromMeters !== toMeters,
    );
    const unknownOf = (of: RouteMetric, roads: readonly number[]) => [
      ...new Set(roads.filter((road) => of.assessment.reasonBits[road] !== 0)),
    ];
    return {
      station: this.#stations[best.end]!.station,
      seconds: parts.reduce((sum, part) => sum + secondsOf(metric, part), 0),
      driveMeters: parts.reduce((sum, one) => sum + Math.abs(one.toMeters - one.fromMeters), 0),
      lastPoint: { ...place, position: positionOf(metric, place) },
      ...walked,
      unknownRoads: unknownOf(
        metric,
        parts.map(({ road }) => road),
      ),
      unknownWalkRoads: unknownOf(this.#walker.metric, walkedRoads),
      stoppedAtRoad: walkedRoads.at(-1) ?? null,
      hydrant: this.#hydrants.reachFrom(place),
    };
  }
}

function secondsOf(metric: RouteMetric, { road, fromMeters, toMeters }: RoadPart): number {
  return metric.parts.timeCsOf(road, fromMeters, toMeters) / 100;
}

function positionOf({ table }: RouteMetric, { road, alongMeters }: ChainPlace): Position {
  const part = { road, fromMeters: alongMeters, toMeters: alongMeters };
  return pointsOfPart(table, part)[0]!.position;
}
