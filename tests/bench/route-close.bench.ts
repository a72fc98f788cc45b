import { setClosed } from '#domain/routing/cost/route-metric';
import { treeToEnds } from '#domain/routing/search/best-end';
import type { Benchmark } from './support/benchmark.ts';
import { CITY_NODES } from './support/route-network.ts';
import { PlainNetwork } from './support/route-plain.ts';
import { makeScene, pickRoads } from './support/route-scene.ts';
import { timeInTurns } from './support/timing.ts';

export const benchmark: Benchmark = {
  about: '3,000 roads closed and every way to a shelter found anew, city',
  peer: 'plain Dijkstra backwards from the shelter',
  targetRatio: 5,
  limitMs: 20,
  async run() {
    const scene = makeScene(CITY_NODES, 3000);
    const { metric, pickPlace } = scene;
    const roads = pickRoads(scene, 3000);
    const plain = new PlainNetwork(metric);
    // One that most of the city can still reach, not one in a valley that is cut off.
    for (const road of roads) setClosed(metric, road, true);
    let shelter = pickPlace();
    while ((treeToEnds(metric, [shelter])?.tree.order.length ?? 0) < 10_000) shelter = pickPlace();
    for (const road of roads) setClosed(metric, road, false);
    const ours = () => {
      for (const road of roads) setClosed(metric, road, true);
      return treeToEnds(metric, [shelter]);
    };
    const open = () => {
      for (const road of roads) setClosed(metric, road, false);
    };
    const theirs = () => {
      for (const road of roads) metric.closed[road] = 1;
      return plain.costsTo(shelter);
    };
    // Opening again is half of the work of closing, and is timed with it.
    const times = await timeInTurns(
      () => {
        ours();
        open();
      },
      () => {
        theirs();
        for (const road of roads) metric.closed[road] = 0;
      },
      { warmUp: 3, counted: 9 },
    );
    const tree = ours();
    const costs = plain.costsTo(shelter);
    const sameAnswers =
      tree?.tree.costs.every(
        (cost, core) => cost === costs[metric.topology.coreJunctions[core] ?? 0],
      ) ?? false;
    return { ...times, sameAnswers };
  },
};
