import { expect, it } from 'vitest';
import type { Position } from '#domain/geo/position';
import { timeCsOf } from '#domain/routing/cost/packed-cost';
import { QUICKEST } from '#domain/routing/cost/policy';
import { isOpen, type RouteMetric, setClosed } from '#domain/routing/cost/route-metric';
import { checkFireReach } from '#domain/routing/fire/check-fire-reach';
import type { FireReach } from '#domain/routing/fire/fire-reach';
import { modesBlockedBy } from '#domain/routing/graph/barrier-kinds';
import type { TravelProfile } from '#domain/routing/profiles/profile';
import { CAR, PUMPER } from '#domain/routing/profiles/vehicles';
import { WALKING_ELDERLY } from '#domain/routing/profiles/walking';
import { pointsOfPart } from '#domain/routing/route/part-line';
import type { ChainPlace } from '#domain/routing/search/chain-places';
import { snapPosition } from '#domain/routing/snap/snap-position';
import { textAt } from '#domain/text/packed-texts';
import { seededRandom } from '../../bench/support/random.ts';
import { plainCosts } from './support/plain-dijkstra.ts';
import { randomNetwork, randomPlace } from './support/random-network.ts';
import { routerOf } from './support/routers.ts';

/** A car that needs the width of a pumper: barriers, turns and refusals of cars, unknown widths. */
const WIDE_CAR: TravelProfile = { ...CAR, needs: PUMPER.needs };
/** A metre a second everywhere, so that what it costs is its metres. */
const METER_WALKER: TravelProfile = {
  ...WALKING_ELDERLY,
  speeds: Object.fromEntries(
    Object.entries(WALKING_ELDERLY.speeds).map(([kind, speed]) => [
      kind,
      speed === null ? null : 1,
    ]),
  ) as TravelProfile['speeds'],
  slopeFactors: [],
};
/** Hundredths of a second are rounded for each road of a way. */
const METERS_APART = 0.1;
/** No way straight across a yard. */
const NOWHERE = -1;

it('tells of the place that is nearest on foot of all that a vehicle reaches, as brute force finds it', () => {
  const random = seededRandom(11);
  const counts = { none: 0, door: 0, walked: 0, unknown: 0 };
  for (let town = 0; town < 100; town += 1) {
    const network = randomNetwork(random);
    const vehicle = routerOf(network, { profile: WIDE_CAR, policy: QUICKEST });
    const walker = routerOf(network, { profile: METER_WALKER, policy: QUICKEST });
    const { table } = vehicle.metric;
    for (let road = 0; road < table.roadCount; road += 1)
      if (random() < 0.18)
        for (const { metric } of [vehicle, walker]) setClosed(metric, road, true);
    const positionAt = ({ road, alongMeters }: ChainPlace): Position =>
      pointsOfPart(table, { road, fromMeters: alongMeters, toMeters: alongMeters })[0]!.position;
    const stations = [1, 2].map(() => positionAt(randomPlace(vehicle.metric, random)));
    const places = [1, 2, 3].map(() => positionAt(randomPlace(vehicle.metric, random)));
    const question = { stations, places, hydrants: [], hoseMeters: 0, offRoadMeters: NOWHERE };
    const found = checkFireReach(vehicle, walker, question);
    if (found === null) throw new Error('stopped');
    const starts = stations.flatMap((station) => {
      const isUsable = (road: number) => vehicle.mainRoads[road] === 1;
      const snapped = snapPosition(table, vehicle.tree, station, 1000, isUsable);
      return snapped.ok ? [snapped.value] : [];
    });

    const isAtEnd = ({ road, alongMeters }: ChainPlace) =>
      alongMeters === 0 || alongMeters === table.lengthsMeters[road];
    /** Ends of roads, the stations and the door: among them is the nearest place on foot. */
    const isFenced = new Set(
      network.barriers.filter((one) => modesBlockedBy(one).includes('foot')).map((b) => b.junction),
    );
    const walksFrom = (door: ChainPlace) => {
      const { metric } = walker;
      const costs = plainCosts(network, metric, door);
      return (to: ChainPlace) => walkTo(metric, (place) => costs(place) / 100, to);
    };
    const walkTo = (
      metric: RouteMetric,
      secondsTo: (to: ChainPlace) => number,
      to: ChainPlace,
    ): number => {
      const own = secondsTo(to);
      const isStart = to.alongMeters === 0;
      if (!isStart && to.alongMeters !== table.lengthsMeters[to.road]) return own;
      const junction = (isStart ? table.fromJunctions : table.toJunctions)[to.road]!;
      if (isFenced.has(textAt(table.junctionIds, junction))) return own;
      let best = own;
      for (let road = 0; road < table.roadCount; road += 1) {
        if (!isOpen(metric, road)) continue;
        if (table.fromJunctions[road] === junction)
          best = Math.min(best, secondsTo({ road, alongMeters: 0 }));
        const alongMeters = table.lengthsMeters[road]!;
        if (table.toJunctions[road] === junction)
          best = Math.min(best, secondsTo({ road, alongMeters }));
      }
      return best;
    };
    // What a vehicle reaches is the same for every place of a town, by known roads and by all.
    const driven = new Map<string, (to: ChainPlace) => number>();
    const drivesIn = (metric: RouteMetric) => {
      const key = String(metric.closed);
      const known = driven.get(key);
      if (known !== undefined) return known;
      const costs = starts.map((from) => plainCosts(network, metric, from));
      const drives = (to: ChainPlace) => Math.min(...costs.map((costTo) => costTo(to)));
      driven.set(key, drives);
      return drives;
    };
    const bruteForce = (metric: RouteMetric, door: ChainPlace) => {
      const candidates: ChainPlace[] = [door, ...starts];
      for (let road = 0; road < table.roadCount; road += 1)
        candidates.push(
          { road, alongMeters: 0 },
          { road, alongMeters: table.lengthsMeters[road]! },
        );
      const driveTo = drivesIn(metric);
      const walkFromDoor = walksFrom(door);
      let meters = Infinity;
      const stops: { meters: number; cost: number }[] = [];
      for (const to of candidates) {
        const cost = driveTo(to);
        if (cost === Infinity) continue;
        const onFoot = to === door ? 0 : walkFromDoor(to);
        meters = Math.min(meters, onFoot);
        stops.push({ meters: onFoot, cost });
      }
      const near = stops.filter((stop) => stop.meters <= meters + METERS_APART);
      return { meters, cost: Math.min(...near.map(({ cost }) => cost)) };
    };
    let label = '';
    const compare = (metric: RouteMetric, door: ChainPlace, reach: FireReach | null) => {
      const oracle = bruteForce(metric, door);
      if (reach === null) {
        expect(oracle.meters).toBe(Infinity);
        counts.none += 1;
        return;
      }
      expect(Math.abs(reach.walkRoadMeters - oracle.meters), label).toBeLessThan(METERS_APART);
      // Of stops as near it is the one where the vehicle is first.
      expect(Math.abs(reach.seconds - timeCsOf(oracle.cost) / 100), label).toBeLessThan(0.1);
      counts[reach.walkRoadMeters === 0 ? 'door' : 'walked'] += 1;
    };

    for (const [number, position] of places.entries()) {
      const isUsable = (road: number) => walker.mainRoads[road] === 1;
      const door = snapPosition(table, walker.tree, position, 1000, isUsable);
      if (!door.ok) continue;
      // Whoever stands at the very end of a closed road stands at the junction, which the oracle denies.
      if (walker.metric.closed[door.value.road] === 1 && isAtEnd(door.value)) continue;
      const row = found.rows[number]!;
      label = JSON.stringify({ town, number, door: door.value, row, starts });
      compare(vehicle.metric, door.value, row.possible);
      const { reasonBits } = vehicle.metric.assessment;
      const shut: number[] = [];
      for (let road = 0; road < table.roadCount; road += 1)
        if (reasonBits[road] !== 0 && vehicle.metric.closed[road] === 0) shut.push(road);
      for (const road of shut) setClosed(vehicle.metric, road, true);
      compare(vehicle.metric, door.value, row.known);
      for (const road of shut) setClosed(vehicle.metric, road, false);
      if ((row.possible?.unknownRoads.length ?? 0) > 0) counts.unknown += 1;
      expect(row.known?.unknownRoads ?? []).toEqual([]);
      if (row.known !== null)
        expect(row.possible?.walkRoadMeters).toBeLessThanOrEqual(row.known.walkRoadMeters + 1e-6);
    }
  }
  expect(counts.none).toBeGreaterThan(2);
  expect(counts.door).toBeGreaterThan(8);
  expect(counts.walked).toBeGreaterThan(8);
  expect(counts.unknown).toBeGreaterThan(2);
}, 120_000);
