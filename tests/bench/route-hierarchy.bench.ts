import { setClosed } from '#domain/routing/cost/route-metric';
import { buildHierarchy } from '#domain/routing/hierarchy/hierarchy';
import { HierarchyFinder } from '#domain/routing/hierarchy/hierarchy-finder';
import { weigh, weightsFor } from '#domain/routing/hierarchy/weigh';
import { PathFinder } from '#domain/routing/search/find-path';
import type { Benchmark } from './support/benchmark.ts';
import { CITY_NODES, PREFECTURE_NODES } from './support/route-network.ts';
import { PlainNetwork } from './support/route-plain.ts';
import { makeScene, pickRoads, type RouteScene } from './support/route-scene.ts';
import { median, timeMs } from './support/timing.ts';

const PAIRS = 60;

/** One to one with live closures by a hierarchy, as it is once its costs were taken. */
export const benchmark: Benchmark = {
  about: 'one to one by a hierarchy, prefecture of 1,000,000 nodes, 45,000 zones, 300 roads closed',
  peer: 'plain Dijkstra',
  targetRatio: 100,
  limitMs: 1,
  async run() {
    const city = await measure(makeScene(CITY_NODES, 3000));
    const { figures, ...prefecture } = await measure(makeScene(PREFECTURE_NODES, 45_000));
    return {
      ...prefecture,
      sameAnswers: prefecture.sameAnswers && city.sameAnswers,
      figures: {
        ...figures,
        'city one to one ms': city.oursMs,
        'city order s': city.figures['order s'],
        'city costs ms': city.figures['costs ms'],
      },
    };
  },
};

async function measure(scene: RouteScene) {
  const { metric, table, pickPlace } = scene;
  let hierarchy = null as ReturnType<typeof buildHierarchy> | null;
  const orderMs = await timeMs(() => {
    hierarchy = buildHierarchy(table, metric.topology);
  });
  if (hierarchy === null) throw new Error('no hierarchy');
  for (const road of pickRoads(scene, 300)) setClosed(metric, road, true);
  const weights = weightsFor(hierarchy);
  const weighTimes: number[] = [];
  const whole = hierarchy;
  for (let turn = 0; turn < 5; turn += 1)
    weighTimes.push(await timeMs(() => weigh(whole, metric, weights)));
  const plain = new PlainNetwork(metric);
  const twoEnded = new PathFinder(metric.topology.coreCount);
  const finder = new HierarchyFinder(whole, twoEnded);
  const openPlace = () => {
    let place = pickPlace();
    while (metric.closed[place.road] === 1) place = pickPlace();
    return place;
  };
  const times = { ours: [] as number[], twoEnded: [] as number[], peer: [] as number[] };
  let sameAnswers = true;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const [from, to] = [openPlace(), openPlace()];
    const ask = (one: Pick<PathFinder, 'find'>) => {
      const result = one.find(metric, from, to);
      return result.status === 'found' ? result.path.cost : Infinity;
    };
    let [ours, theirs] = [Infinity, Infinity];
    // The first ones take the costs and warm up.
    ask(finder);
    times.ours.push(await timeMs(() => (ours = ask(finder))));
    times.twoEnded.push(await timeMs(() => ask(twoEnded)));
    times.peer.push(await timeMs(() => (theirs = plain.costBetween(from, to))));
    if (ours !== theirs) sameAnswers = false;
  }
  return {
    oursMs: median(times.ours),
    peerMs: median(times.peer),
    sameAnswers,
    figures: {
      'from both ends ms': median(times.twoEnded),
      'order s': orderMs / 1000,
      'costs ms': median(weighTimes),
      'edges a core': whole.heads.length / whole.cores.length,
    },
  };
}
