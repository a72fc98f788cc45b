import type { Benchmark } from './support/benchmark.ts';
import { measurePairs } from './support/measure-pairs.ts';
import { CITY_NODES } from './support/route-network.ts';
import { makeScene } from './support/route-scene.ts';

export const benchmark: Benchmark = {
  about: 'one to one anywhere in a city of 60,000 nodes, 3,000 zones, 300 roads closed',
  peer: 'plain Dijkstra',
  targetRatio: 10,
  limitMs: 1.5,
  run: () => measurePairs(makeScene(CITY_NODES, 3000), 300),
};
