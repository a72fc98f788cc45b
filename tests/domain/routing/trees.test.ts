import { describe, expect, it } from 'vitest';
import { exposureDmOf, packCost, timeCsOf } from '#domain/routing/cost/packed-cost';
import { QUICKEST } from '#domain/routing/cost/policy';
import { setClosed } from '#domain/routing/cost/route-metric';
import { CAR } from '#domain/routing/profiles/vehicles';
import { WALKING_ELDERLY } from '#domain/routing/profiles/walking';
import { findAlternatives } from '#domain/routing/search/alternatives';
import { findBestEnd, pathByEnd, treeToEnds } from '#domain/routing/search/best-end';
import { findCostMatrix } from '#domain/routing/search/cost-matrix';
import { PathFinder } from '#domain/routing/search/find-path';
import { findReachableParts } from '#domain/routing/search/isochrone';
import { textAt } from '#domain/text/packed-texts';
import { seededRandom } from '../../bench/support/random.ts';
import { readRoads } from './support/drawing.ts';
import { randomNetwork, randomPlace, randomZones } from './support/random-network.ts';
import { metricOf, roadNumber } from './support/routers.ts';

function* randomTowns(seed: number, count: number) {
  const random = seededRandom(seed);
  for (let town = 0; town < count; town += 1) {
    const network = randomNetwork(random);
    const zones = random() < 0.7 ? randomZones(random, 6) : [];
    const metric = metricOf(network, { zones, profile: random() < 0.5 ? CAR : WALKING_ELDERLY });
    for (let road = 0; road < metric.table.roadCount; road += 1)
      if (random() < 0.08) setClosed(metric, road, true);
    yield { random, metric };
  }
}

describe('the way to the best of many destinations', () => {
  it('costs the least of the ways to each, and its parts cost what it says', () => {
    let found = 0;
    for (const { random, metric } of randomTowns(7, 120)) {
      const destinations = Array.from({ length: 4 }, () => randomPlace(metric, random));
      const places = Array.from({ length: 8 }, () => randomPlace(metric, random));
      const tree = treeToEnds(metric, destinations);
      const matrix = findCostMatrix(metric, places, destinations);
      const finder = new PathFinder(metric.topology.coreCount);
      if (tree === null || matrix === null) throw new Error('stopped');
      for (const [row, place] of places.entries()) {
        const costs = destinations.map((to) => {
          const result = finder.find(metric, place, to);
          return result.status === 'found' ? result.path.cost : Infinity;
        });
        expect([...matrix.subarray(4 * row, 4 * row + 4)]).toEqual(costs);
        const best = findBestEnd(tree, place);
        expect(best?.cost ?? Infinity).toBe(Math.min(...costs));
        if (best === null) continue;
        found += 1;
        expect(costs[best.end]).toBe(best.cost);
        const { parts } = pathByEnd(tree, place, best);
        const sum = parts
          .filter(({ fromMeters, toMeters }) => fromMeters !== toMeters)
          .reduce(
            (total, { road, fromMeters, toMeters }) =>
              total + metric.parts.costOf(road, fromMeters, toMeters, toMeters > fromMeters),
            0,
          );
        expect(sum).toBe(best.cost);
        expect(parts.at(-1)?.road).toBe(destinations[best.end]?.road);
      }
    }
    expect(found).toBeGreaterThan(300);
  });

  it('can be stopped', () => {
    const metric = metricOf(readRoads('A---B---C'));
    const place = { road: 0, alongMeters: 0 };
    expect(treeToEnds(metric, [place], { mostSettled: 0 })).toBeNull();
    expect(findCostMatrix(metric, [place], [place], { mostSettled: 0 })).toBeNull();
  });
});

describe('what can be reached within some time', () => {
  it('ends in the middle of roads, and is joined where it comes from both sides', () => {
    const metric = metricOf(
      readRoads(`
        A---B---C---D
            |   |
            E---F
      `),
      { policy: QUICKEST },
    );
    const from = { road: roadNumber(metric, 'AB'), alongMeters: 30 };
    const reach = (seconds: number) =>
      (findReachableParts(metric, from, seconds) ?? [])
        .map(({ road, fromMeters, toMeters }) => {
          const span = `${Math.round(fromMeters)}-${Math.round(toMeters)}`;
          return `${textAt(metric.table.roadIds, road)} ${span}`;
        })
        .sort();
    expect(reach(5)).toEqual(['AB 25-35']);
    expect(reach(35)).toEqual(['AB 0-40', 'BC 0-25', 'BE 0-20', 'EF 0-5']);
    // BC is gone from both ends by then; CF is come to from C at 50 s and from F at 70 s.
    expect(reach(55)).toEqual(['AB 0-40', 'BC 0-40', 'BE 0-20', 'CD 0-5', 'CF 0-5', 'EF 0-25']);
    expect(reach(200)).toHaveLength(6);
  });

  it('agrees with the cost of a way to each place', () => {
    let inside = 0;
    let outside = 0;
    for (const { random, metric } of randomTowns(8, 60)) {
      const from = randomPlace(metric, random);
      const seconds = 20 + random() * 150;
      const parts = findReachableParts(metric, from, seconds) ?? [];
      const finder = new PathFinder(metric.topology.coreCount);
      for (let place = 0; place < 10; place += 1) {
        const to = randomPlace(metric, random);
        const result = finder.find(metric, from, to);
        const cost = result.status === 'found' ? result.path.cost : Infinity;
        const limit = packCost(0, Math.floor(100 * seconds));
        // Rounding and the width of the halving blur the edge.
        if (Math.abs(cost - limit) < 100) continue;
        const isIn = parts.some(
          ({ road, fromMeters, toMeters }) =>
            road === to.road && fromMeters <= to.alongMeters && to.alongMeters <= toMeters,
        );
        // The ends of roads are shared: a place there may be reached by another road alone.
        const lengthMeters = metric.table.lengthsMeters[to.road] ?? 0;
        if (to.alongMeters === 0 || to.alongMeters === lengthMeters) continue;
        expect(isIn).toBe(cost <= limit);
        if (isIn) inside += 1;
        else outside += 1;
      }
    }
    expect(inside).toBeGreaterThan(20);
    expect(outside).toBeGreaterThan(100);
  });
});

describe('alternatives', () => {
  it('are other ways that are hardly longer', () => {
    const metric = metricOf(
      readRoads(`
        A---------B
        |         |
        S         T
        |         |
        |         |
        C---------D
        |         |
        |         |
        |         |
        |         |
        |         |
        |         |
        E---------F
      `),
    );
    const from = { road: roadNumber(metric, 'AS'), alongMeters: 15 };
    const to = { road: roadNumber(metric, 'BT'), alongMeters: 15 };
    const best = new PathFinder(metric.topology.coreCount).find(metric, from, to);
    if (best.status !== 'found') throw new Error(best.status);
    const others = findAlternatives(metric, from, to, best.path) ?? [];
    const ids = others.map(({ parts }) =>
      parts
        .filter((part) => part.fromMeters !== part.toMeters)
        .map(({ road }) => textAt(metric.table.roadIds, road))
        .join(' '),
    );
    expect(ids).toEqual(['AS SC CD TD BT']);
  });

  it('are never redder than the best, within the time, without a road gone twice, and new', () => {
    let count = 0;
    for (const { random, metric } of randomTowns(9, 200)) {
      const [from, to] = [randomPlace(metric, random), randomPlace(metric, random)];
      const best = new PathFinder(metric.topology.coreCount).find(metric, from, to);
      if (best.status !== 'found') continue;
      const others = findAlternatives(metric, from, to, best.path) ?? [];
      expect(others.length).toBeLessThanOrEqual(2);
      for (const { cost, parts } of others) {
        count += 1;
        expect(cost).toBeGreaterThanOrEqual(best.path.cost);
        expect(exposureDmOf(cost)).toBeLessThanOrEqual(exposureDmOf(best.path.cost));
        expect(timeCsOf(cost)).toBeLessThanOrEqual(1.5 * timeCsOf(best.path.cost));
        const gone = parts.filter((part) => part.fromMeters !== part.toMeters);
        expect(new Set(gone.map(({ road }) => road)).size).toBe(gone.length);
        const sum = gone.reduce(
          (total, { road, fromMeters, toMeters }) =>
            total + metric.parts.costOf(road, fromMeters, toMeters, toMeters > fromMeters),
          0,
        );
        expect(sum).toBe(cost);
        const bestRoads = new Set(best.path.parts.map(({ road }) => road));
        expect(gone.some(({ road }) => !bestRoads.has(road))).toBe(true);
      }
    }
    expect(count).toBeGreaterThan(20);
  });
});
