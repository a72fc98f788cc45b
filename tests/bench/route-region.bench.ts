import { setClosed } from '#domain/routing/cost/route-metric';
import { exposeRoads } from '#domain/routing/exposure/expose-roads';
import { findCuts } from '#domain/routing/isolation/find-cuts';
import { treeToEnds } from '#domain/routing/search/best-end';
import { LandmarkFinder } from '#domain/routing/search/landmark-finder';
import { buildLandmarks } from '#domain/routing/search/landmarks';
import type { Benchmark } from './support/benchmark.ts';
import { PREFECTURE_NODES } from './support/route-network.ts';
import { PlainNetwork } from './support/route-plain.ts';
import { makeScene, pickRoads } from './support/route-scene.ts';
import { median, timeInTurns, timeMs } from './support/timing.ts';

const ZONES = 45_000;

/** All that is promised for a prefecture, in one process so that its memory is what it would be. */
export const benchmark: Benchmark = {
  about:
    '3,000 roads closed and every way to 30 shelters found anew, prefecture of 1,000,000 nodes',
  peer: 'plain Dijkstra backwards from one shelter',
  targetRatio: 5,
  limitMs: 600,
  async run() {
    let scene = null as ReturnType<typeof makeScene> | null;
    const buildMs = await timeMs(() => {
      scene = makeScene(PREFECTURE_NODES, ZONES);
    });
    if (scene === null) throw new Error('no scene');
    const { metric, table, tree, zones, pickPlace } = scene;
    const landmarks = buildLandmarks(metric);
    const megabytes = residentMegabytes();
    const exposeMs = await timeMs(() => exposeRoads(table, tree, zones));
    const at = {
      people: new Float64Array(table.junctionCount).fill(1),
      endsIsolation: 'main-roads' as const,
      destinations: new Uint32Array(table.junctionCount).fill(1),
    };
    const cutTimes: number[] = [];
    for (let turn = 0; turn < 12; turn += 1)
      cutTimes.push(await timeMs(() => findCuts(metric, at)));
    const finder = new LandmarkFinder(metric.topology.coreCount, landmarks);
    const pairTimes: number[] = [];
    for (let pair = 0; pair < 40; pair += 1) {
      const [from, to] = [pickPlace(), pickPlace()];
      pairTimes.push(await timeMs(() => finder.find(metric, from, to)));
    }
    const shelters = Array.from({ length: 30 }, pickPlace);
    const roads = pickRoads(scene, 3000);
    const plain = new PlainNetwork(metric);
    const [first = pickPlace()] = shelters;
    const times = await timeInTurns(
      () => {
        for (const road of roads) setClosed(metric, road, true);
        treeToEnds(metric, shelters);
        for (const road of roads) setClosed(metric, road, false);
      },
      () => plain.costsTo(first),
      { warmUp: 1, counted: 3 },
    );
    const one = treeToEnds(metric, [first]);
    const costs = plain.costsTo(first);
    const sameAnswers =
      one?.tree.costs.every(
        (cost, core) => cost === costs[metric.topology.coreJunctions[core] ?? 0],
      ) ?? false;
    // The first turns warm up.
    const cutsMs = median(cutTimes.slice(5));
    return {
      ...times,
      sameAnswers,
      figures: {
        'build s': buildMs / 1000,
        'resident MB': megabytes,
        'exposure ms': exposeMs,
        'cuts ms': cutsMs,
        'one to one ms': median(pairTimes),
      },
      misses: [
        ...(buildMs > 15_000 ? ['build over 15 s'] : []),
        ...(megabytes > 700 ? ['over 700 MB'] : []),
        ...(exposeMs > 1500 ? ['exposure over 1.5 s'] : []),
        ...(cutsMs > 250 ? ['cuts over 250 ms'] : []),
      ],
    };
  },
};

/** What is held, not what building it left behind: pages of that are given back by the third collection. */
function residentMegabytes(): number {
  for (let turn = 0; turn < 3; turn += 1) globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}
