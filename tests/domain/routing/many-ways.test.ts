import { describe, expect, it } from 'vitest';
import type { Position } from '#domain/geo/position';
import { QUICKEST } from '#domain/routing/cost/policy';
import { findRoutes } from '#domain/routing/find-routes';
import { findNearestWays } from '#domain/routing/nearest-ways';
import { pairWays } from '#domain/routing/pair-ways';
import { reachPlaces } from '#domain/routing/reach-places';
import type { Router } from '#domain/routing/router';
import { findWayMatrix } from '#domain/routing/way-matrix';
import { withClosures } from '#domain/routing/with-closures';
import { at, box, zoneOf } from '../hazard/support/zones.ts';
import { cellAt, readRoads } from './support/drawing.ts';
import { routerOf } from './support/routers.ts';

/* The street from B to C runs through a red zone. */
const TOWN = `
  A---B---C---D
  |   |   |   |
  E---F---G---H
`;
const NETWORK = readRoads(TOWN);
const zones = [zoneOf([[box(55, -5, 65, 5)]], { id: 'red' })];
const PLACES = [cellAt(0, 0), cellAt(8, 0), cellAt(5, 2)];
const ENDS = [cellAt(12, 0), cellAt(4, 2), cellAt(12, 2)];
const SEA = at(90_000, 0);

const routeOf = (router: Router, from: Position, to: Position) => {
  const found = findRoutes(router, { from, to, via: [], mostAlternatives: 0 });
  if (!found.ok) throw new Error(found.problem.en);
  const [route] = found.value.routes;
  if (route === undefined) throw new Error('no route');
  const { durationSeconds, walkToRoad, walkFromRoad, exposure } = route;
  const seconds = durationSeconds + walkToRoad.durationSeconds + walkFromRoad.durationSeconds;
  return { seconds, redMeters: exposure.redMeters };
};

describe('ways of many at once', () => {
  it('to the nearest destinations are those of one route after the other', () => {
    const router = routerOf(NETWORK, { zones });
    const answer = findNearestWays(router, [...PLACES, SEA], [ENDS, [SEA]], 2);
    const [group, sea] = answer?.groups ?? [];
    expect([...(answer?.offRoads ?? [])]).toEqual([0, 0, 0, 1]);
    for (const [place, from] of PLACES.entries())
      for (const rank of [0, 1]) {
        const entry = 2 * place + rank;
        const route = routeOf(router, from, ENDS[group?.destinations[entry] ?? -1] ?? SEA);
        expect(group?.seconds[entry]).toBeCloseTo(route.seconds, 0);
        expect(group?.redMeters[entry]).toBeCloseTo(route.redMeters, 0);
        expect(group?.weighedSeconds[entry]).toBeGreaterThanOrEqual(group?.seconds[entry] ?? 0);
      }
    // A place at sea reaches nothing, and a destination there is reached by nobody.
    expect([...(group?.destinations.slice(6) ?? [])]).toEqual([-1, -1]);
    expect(sea?.destinations.every((one) => one === -1)).toBe(true);
  });

  it('from each to each are those of one route after the other, round what is closed for now', () => {
    const router = routerOf(NETWORK, { zones });
    const places = [...PLACES, ENDS[0]!, SEA];
    const matrix = findWayMatrix(router, places);
    const { size } = matrix ?? { size: 0 };
    for (const [row, from] of places.slice(0, 4).entries())
      for (const [column, to] of places.slice(0, 4).entries()) {
        if (row === column) continue;
        const route = routeOf(router, from, to);
        expect(matrix?.seconds[row * size + column]).toBeCloseTo(route.seconds, 0);
        expect(matrix?.redMeters?.[row * size + column]).toBeCloseTo(route.redMeters, 0);
      }
    expect([...(matrix?.seconds.slice(-size) ?? [])]).toEqual([...Array(4).fill(Infinity), 0]);
    // By time alone nobody looks at zones, and that is told as such.
    const quickest = findWayMatrix(routerOf(NETWORK, { zones, policy: QUICKEST }), places);
    expect(quickest?.redMeters).toBeNull();
    const total = (one: typeof matrix) =>
      [...(one?.seconds ?? [])].reduce((sum, way) => sum + Math.min(way, 1e6), 0);
    const roads = Array.from({ length: router.metric.table.roadCount }, (_, road) => road);
    const closed = roads.map((road) =>
      total(withClosures(router.metric, [road], () => findWayMatrix(router, places))),
    );
    expect(Math.max(...closed)).toBeGreaterThan(total(matrix));
  });

  it('of helpers are those that take no longer than they may, nearest first', () => {
    const router = routerOf(NETWORK, { policy: QUICKEST });
    const all = PLACES.map((to) =>
      [...ENDS.entries()].map(([origin, from]) => ({
        origin,
        seconds: routeOf(router, from, to).seconds,
      })),
    );
    for (const within of [40, 90, 1000]) {
      const reached = reachPlaces(router, [...ENDS, SEA], PLACES, within, 2);
      for (const [place, ways] of all.entries()) {
        const expected = ways
          .filter(({ seconds }) => seconds <= within)
          .sort((a, b) => a.seconds - b.seconds || a.origin - b.origin)
          .slice(0, 2);
        const [first, end] = [reached?.firsts[place], reached?.firsts[place + 1]];
        expect([...(reached?.origins.subarray(first, end) ?? [])]).toEqual(
          expected.map(({ origin }) => origin),
        );
        for (const [rank, { seconds }] of expected.entries())
          expect(reached?.seconds[(first ?? 0) + rank]).toBeCloseTo(seconds, 0);
      }
    }
  });

  it('of pairs tell the time without the weights, and that there is none', () => {
    const router = routerOf(NETWORK, { zones });
    const [from = SEA] = PLACES;
    const [to = SEA] = ENDS;
    const ways = pairWays(router, [
      [from, to],
      [from, SEA],
    ]);
    expect(ways?.[0]).toMatchObject(routeOf(router, from, to));
    expect(ways?.[1]).toBeNull();
    const stopped = { shouldStop: () => true };
    expect(pairWays(router, [[from, to]], stopped)).toBeNull();
    expect(reachPlaces(router, ENDS, PLACES, 90, 2, stopped)).toBeNull();
  });
});
