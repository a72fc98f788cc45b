import { setClosed } from '#domain/routing/cost/route-metric';
import { LandmarkFinder } from '#domain/routing/search/landmark-finder';
import { buildLandmarks } from '#domain/routing/search/landmarks';
import { PlainNetwork } from './route-plain.ts';
import { pickRoads, type RouteScene } from './route-scene.ts';
import { median, timeMs } from './timing.ts';

const PAIRS = 150;

/** One to one anywhere with some roads closed, beside plain Dijkstra. */
export async function measurePairs(scene: RouteScene, closedCount: number) {
  const { metric, pickPlace } = scene;
  const landmarks = buildLandmarks(metric);
  for (const road of pickRoads(scene, closedCount)) setClosed(metric, road, true);
  const plain = new PlainNetwork(metric);
  const finder = new LandmarkFinder(metric.topology.coreCount, landmarks);
  const openPlace = () => {
    let place = pickPlace();
    while (metric.closed[place.road] === 1) place = pickPlace();
    return place;
  };
  const oursMs: number[] = [];
  const peerMs: number[] = [];
  let sameAnswers = true;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const [from, to] = [openPlace(), openPlace()];
    let ours = Infinity;
    let theirs = Infinity;
    oursMs.push(
      await timeMs(() => {
        const result = finder.find(metric, from, to);
        ours = result.status === 'found' ? result.path.cost : Infinity;
      }),
    );
    peerMs.push(
      await timeMs(() => {
        theirs = plain.costBetween(from, to);
      }),
    );
    if (ours !== theirs) sameAnswers = false;
  }
  const slowest = oursMs.toSorted((a, b) => a - b)[Math.floor(0.95 * PAIRS)] ?? Number.NaN;
  return {
    oursMs: median(oursMs),
    peerMs: median(peerMs),
    sameAnswers,
    figures: { '95 % ms': slowest },
    misses: slowest > 8 ? ['95 % over 8 ms'] : [],
  };
}
