import type { Benchmark } from './support/benchmark.ts';
import { measureNgraph } from './support/measure-ngraph.ts';
import { measurePairs } from './support/measure-pairs.ts';
import { CLOSED_ROADS, onRealRoads } from './support/real-roads.ts';

/** Less than in a city is asked for: a network of 3,000 roads is soon searched whole by anybody. */
export const benchmark: Benchmark = {
  about: 'one to one anywhere, real roads of Andorra and Hitoyoshi, medians together',
  peer: 'plain Dijkstra; ngraph.path in the figures',
  targetRatio: 4,
  limitMs: 1.5,
  run: () =>
    onRealRoads('ngraph', async (makeScene) => ({
      own: await measurePairs(await makeScene(), CLOSED_ROADS),
      other: await measureNgraph(await makeScene(), CLOSED_ROADS),
    })),
};
