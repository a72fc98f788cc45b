import type { Benchmark } from './support/benchmark.ts';
import { measureBest } from './support/measure-best.ts';
import { CITY_NODES } from './support/route-network.ts';
import { makeScene } from './support/route-scene.ts';

export const benchmark: Benchmark = {
  about: '5,000 residents to the best of 30 shelters with geometry, city of 60,000 nodes',
  peer: 'plain Dijkstra backwards from each shelter, without geometry',
  targetRatio: 50,
  limitMs: 30,
  run: () => measureBest(makeScene(CITY_NODES, 3000)),
};
