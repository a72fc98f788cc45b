import type { Benchmark } from './support/benchmark.ts';
import { measureBest } from './support/measure-best.ts';
import { measurePgRouting } from './support/measure-pgrouting.ts';
import { onRealRoads } from './support/real-roads.ts';

/** Less than in a city is asked for: a network of 3,000 roads is soon searched whole by anybody. */
export const benchmark: Benchmark = {
  about: '5,000 residents to the best of 30 shelters, real roads of Andorra and Hitoyoshi together',
  peer: 'plain Dijkstra backwards from each shelter; pgRouting in the figures',
  targetRatio: 4,
  limitMs: 60,
  run: ({ postgisUrl }) =>
    onRealRoads('pgRouting', async (makeScene) => ({
      own: await measureBest(await makeScene()),
      other: await measurePgRouting(await makeScene(), postgisUrl),
    })),
};
