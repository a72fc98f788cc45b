import type { Benchmark } from './support/benchmark.ts';
import { measurePgRouting } from './support/measure-pgrouting.ts';
import { CITY_NODES } from './support/route-network.ts';
import { makeScene } from './support/route-scene.ts';

export const benchmark: Benchmark = {
  about: '5,000 residents to the best of 30 shelters, ours with geometry, city of 60,000 nodes',
  peer: 'pgRouting, costs alone',
  targetRatio: 50,
  limitMs: 30,
  run: ({ postgisUrl }) => measurePgRouting(makeScene(CITY_NODES, 3000), postgisUrl),
};
