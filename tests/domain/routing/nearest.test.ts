import { describe, expect, it } from 'vitest';
import { QUICKEST } from '#domain/routing/cost/policy';
import { setClosed } from '#domain/routing/cost/route-metric';
import { CAR } from '#domain/routing/profiles/vehicles';
import { WALKING_ELDERLY } from '#domain/routing/profiles/walking';
import { findCostMatrix } from '#domain/routing/search/cost-matrix';
import { findNearest, treeToNearest } from '#domain/routing/search/nearest-destinations';
import { seededRandom } from '../../bench/support/random.ts';
import { randomNetwork, randomPlace, randomZones } from './support/random-network.ts';
import { metricOf } from './support/routers.ts';

describe('the nearest few destinations', () => {
  it('are the same as one tree for each destination finds, with the time of the very way', () => {
    let compared = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed);
      const network = randomNetwork(random);
      const zones = randomZones(random, 4);
      const profile = seed % 2 === 0 ? WALKING_ELDERLY : CAR;
      const metric = metricOf(network, { profile, zones });
      const time = metricOf(network, { profile, zones, policy: QUICKEST });
      const closed = Math.floor(random() * metric.table.roadCount);
      for (const one of [metric, time]) setClosed(one, closed, true);
      const places = Array.from({ length: 12 }, () => randomPlace(metric, random));
      const destinations = Array.from({ length: 9 }, () => randomPlace(metric, random));
      const most = 1 + (seed % 5);
      const matrix = findCostMatrix(metric, places, destinations);
      const tree = treeToNearest(metric, time, destinations, most);
      if (matrix === null || tree === null) throw new Error('stopped');
      const fastest = findCostMatrix(time, places, destinations) ?? new Float64Array();
      for (const [row, place] of places.entries()) {
        const costs = [...matrix.subarray(row * 9, row * 9 + 9)].filter((cost) => cost < Infinity);
        const found = findNearest(tree, place);
        const expected = costs.sort((a, b) => a - b).slice(0, most);
        expect(found.map(({ cost }) => cost)).toEqual(expected);
        for (const { destination, cost, timeCs } of found) {
          expect(cost).toBe(matrix[row * 9 + destination]);
          expect(timeCs).toBeGreaterThanOrEqual(fastest[row * 9 + destination] ?? 0);
          // The cost is the time and what the policy adds to it.
          expect(timeCs).toBeLessThanOrEqual(cost);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  it('stop when they are told to', () => {
    const metric = metricOf(randomNetwork(seededRandom(3)));
    const place = { road: 0, alongMeters: 0 };
    expect(treeToNearest(metric, metric, [place], 2, { mostSettled: 1 })).toBeNull();
  });
});
