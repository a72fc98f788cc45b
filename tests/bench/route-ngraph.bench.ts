import type { Benchmark } from './support/benchmark.ts';
import { measureNgraph } from './support/measure-ngraph.ts';
import { CITY_NODES } from './support/route-network.ts';
import { makeScene } from './support/route-scene.ts';

/** Its two-ended A*, the quickest of ngraph.path that is exact. No bound of distance holds for packed costs. */
export const benchmark: Benchmark = {
  about: 'one to one between junctions of a city of 60,000 nodes, 3,000 zones, 300 roads closed',
  peer: 'ngraph.path, nba',
  targetRatio: 10,
  limitMs: 1.5,
  run: () => measureNgraph(makeScene(CITY_NODES, 3000), 300),
};
