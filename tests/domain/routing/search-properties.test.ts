import { describe, expect, it } from 'vitest';
import type { RoadNetwork } from '#domain/road/road';
import { exposureDmOf } from '#domain/routing/cost/packed-cost';
import { type RouteMetric, setClosed } from '#domain/routing/cost/route-metric';
import { buildHierarchy } from '#domain/routing/hierarchy/hierarchy';
import { HierarchyFinder } from '#domain/routing/hierarchy/hierarchy-finder';
import { CAR } from '#domain/routing/profiles/vehicles';
import { WALKING_ELDERLY } from '#domain/routing/profiles/walking';
import type { ChainPlace } from '#domain/routing/search/chain-places';
import { type FoundPath, type PairFinder, PathFinder } from '#domain/routing/search/find-path';
import { LandmarkFinder } from '#domain/routing/search/landmark-finder';
import { buildLandmarks } from '#domain/routing/search/landmarks';
import { textAt } from '#domain/text/packed-texts';
import { seededRandom } from '../../bench/support/random.ts';
import { plainCost } from './support/plain-dijkstra.ts';
import { randomNetwork, randomPlace, randomZones } from './support/random-network.ts';
import { metricOf, type Scene } from './support/routers.ts';

const TOWNS = 150;
const PAIRS = 12;

function* randomTowns(seed: number) {
  const random = seededRandom(seed);
  for (let town = 0; town < TOWNS; town += 1) {
    const network = randomNetwork(random);
    const zones = random() < 0.7 ? randomZones(random, 6) : [];
    const profile = random() < 0.5 ? CAR : WALKING_ELDERLY;
    const scene: Scene = { zones, profile };
    yield { random, network, scene, metric: metricOf(network, scene) };
  }
}

function closeSome(metric: RouteMetric, random: () => number, share: number): void {
  for (let road = 0; road < metric.table.roadCount; road += 1)
    if (random() < share) setClosed(metric, road, true);
}

const costOf = (metric: RouteMetric, from: ChainPlace, to: ChainPlace) => {
  const result = new PathFinder(metric.topology.coreCount).find(metric, from, to);
  return result.status === 'found' ? result.path.cost : Infinity;
};

/** In words what is wrong with a path; null where it hangs together and costs what it says. */
function findFault(
  network: RoadNetwork,
  metric: RouteMetric,
  from: ChainPlace,
  to: ChainPlace,
  { cost, parts }: FoundPath,
): string | null {
  const first = parts[0];
  const last = parts.at(-1);
  if (first?.road !== from.road || first.fromMeters !== from.alongMeters) return 'begins elsewhere';
  if (last?.road !== to.road || last.toMeters !== to.alongMeters) return 'ends elsewhere';
  let sum = 0;
  for (const [place, part] of parts.entries()) {
    if (metric.closed[part.road] === 1) return 'goes a closed road';
    const isAlong = part.toMeters >= part.fromMeters;
    const own = metric.parts.costOf(part.road, part.fromMeters, part.toMeters, isAlong);
    // Going nowhere on a road may be written either way.
    if (part.toMeters !== part.fromMeters || metric.table.lengthsMeters[part.road] === 0)
      sum += own;
    const next = parts[place + 1];
    if (next !== undefined && junctionAt(network, metric, part.road, part.toMeters) === null)
      return 'leaves a road in its middle';
    if (
      next !== undefined &&
      !sharesJunction(network, metric, part.road, part.toMeters, next.road, next.fromMeters)
    )
      return 'jumps';
  }
  return sum === cost ? null : `costs ${sum}, says ${cost}`;
}

function junctionAt(network: RoadNetwork, metric: RouteMetric, road: number, meters: number) {
  const ends = network.roads.find(({ id }) => id === textAt(metric.table.roadIds, road))?.ends;
  if (meters === 0) return ends?.[0] ?? null;
  return meters === metric.table.lengthsMeters[road] ? (ends?.[1] ?? null) : null;
}

function sharesJunction(
  network: RoadNetwork,
  metric: RouteMetric,
  a: number,
  aMeters: number,
  b: number,
  bMeters: number,
): boolean {
  return junctionAt(network, metric, a, aMeters) === junctionAt(network, metric, b, bMeters);
}

/** Whether there is a way between two places; what both searches find of it has to be the same. */
function findsTheSame(
  finder: PairFinder,
  plain: PairFinder,
  town: {
    readonly random: () => number;
    readonly network: RoadNetwork;
    readonly metric: RouteMetric;
  },
): boolean {
  const { random, network, metric } = town;
  const [from, to] = [randomPlace(metric, random), randomPlace(metric, random)];
  const result = finder.find(metric, from, to);
  const expected = plain.find(metric, from, to);
  expect(result.status).toBe(expected.status);
  if (result.status !== 'found' || expected.status !== 'found') return false;
  expect(result.path.cost).toBe(expected.path.cost);
  expect(findFault(network, metric, from, to, result.path)).toBeNull();
  return true;
}

describe('the search between two places', () => {
  it('costs what plain Dijkstra finds, whatever is closed, and its parts hang together', () => {
    let found = 0;
    let unreachable = 0;
    for (const { random, network, metric } of randomTowns(20_261_128)) {
      closeSome(metric, random, random() < 0.5 ? 0 : 0.15);
      const finder = new PathFinder(metric.topology.coreCount);
      for (let pair = 0; pair < PAIRS; pair += 1) {
        const [from, to] = [randomPlace(metric, random), randomPlace(metric, random)];
        const result = finder.find(metric, from, to);
        const cost = result.status === 'found' ? result.path.cost : Infinity;
        expect(cost).toBe(plainCost(network, metric, from, to));
        if (result.status === 'found')
          expect(findFault(network, metric, from, to, result.path)).toBeNull();
        if (result.status === 'found') found += 1;
        else unreachable += 1;
      }
    }
    expect(found).toBeGreaterThan(500);
    expect(unreachable).toBeGreaterThan(200);
  });

  it('costs the same with landmarks, whatever has been closed since they were taken', () => {
    let found = 0;
    for (const { random, network, metric } of randomTowns(20_261_129)) {
      const landmarks = buildLandmarks(metric);
      closeSome(metric, random, random() < 0.3 ? 0 : 0.15);
      const finder = new LandmarkFinder(metric.topology.coreCount, landmarks);
      const plain = new PathFinder(metric.topology.coreCount);
      for (let pair = 0; pair < PAIRS; pair += 1) {
        if (findsTheSame(finder, plain, { random, network, metric })) found += 1;
      }
    }
    expect(found).toBeGreaterThan(500);
  });

  it('costs the same by a hierarchy, whatever has been closed since its cores were ordered', () => {
    let found = 0;
    for (const { random, network, metric } of randomTowns(20_261_130)) {
      const plain = new PathFinder(metric.topology.coreCount);
      const asked: string[] = [];
      const other: PairFinder = {
        find: (...pair) => {
          asked.push([...metric.closedRoads].join());
          return plain.find(...pair);
        },
      };
      const finder = new HierarchyFinder(buildHierarchy(metric.table, metric.topology), other);
      for (let pair = 0; pair < PAIRS; pair += 1) {
        if (pair % 5 === 0) closeSome(metric, random, random() < 0.3 ? 0 : 0.05);
        if (findsTheSame(finder, plain, { random, network, metric })) found += 1;
      }
      // The other one is asked once for what is closed, and not again.
      expect(new Set(asked).size).toBe(asked.length);
    }
    expect(found).toBeGreaterThan(500);
  });

  it('never does better for a road that is closed, and is as before when it is open again', () => {
    let worse = 0;
    for (const { random, metric } of randomTowns(2)) {
      const [from, to] = [randomPlace(metric, random), randomPlace(metric, random)];
      const before = costOf(metric, from, to);
      const outCosts = metric.outCosts.slice();
      const inCosts = metric.inCosts.slice();
      closeSome(metric, random, 0.1);
      const after = costOf(metric, from, to);
      expect(after).toBeGreaterThanOrEqual(before);
      if (after > before) worse += 1;
      for (let road = 0; road < metric.table.roadCount; road += 1) setClosed(metric, road, false);
      expect(metric.outCosts).toEqual(outCosts);
      expect(metric.inCosts).toEqual(inCosts);
    }
    expect(worse).toBeGreaterThan(10);
  });

  it('never finds less exposure where there are more zones', () => {
    let more = 0;
    for (const { random, network, scene, metric } of randomTowns(3)) {
      const zones = [...(scene.zones ?? []), ...randomZones(random, 4)];
      const worse = metricOf(network, { ...scene, zones });
      for (let pair = 0; pair < 5; pair += 1) {
        const [from, to] = [randomPlace(metric, random), randomPlace(metric, random)];
        const before = costOf(metric, from, to);
        const after = costOf(worse, from, to);
        expect(after === Infinity).toBe(before === Infinity);
        if (before === Infinity) continue;
        expect(exposureDmOf(after)).toBeGreaterThanOrEqual(exposureDmOf(before));
        if (exposureDmOf(after) > exposureDmOf(before)) more += 1;
      }
    }
    expect(more).toBeGreaterThan(50);
  });
});
