import createGraph from 'ngraph.graph';
import { nba } from 'ngraph.path';
import { type RouteMetric, setClosed } from '#domain/routing/cost/route-metric';
import { LandmarkFinder } from '#domain/routing/search/landmark-finder';
import { buildLandmarks } from '#domain/routing/search/landmarks';
import { pickRoads, type RouteScene } from './route-scene.ts';
import { median, timeMs } from './timing.ts';

const PAIRS = 100;

/** One to one between junctions with some roads closed, beside ngraph's two-ended A*. */
export async function measureNgraph(scene: RouteScene, closedCount: number) {
  const { metric, pickPlace } = scene;
  const landmarks = buildLandmarks(metric);
  for (const road of pickRoads(scene, closedCount)) setClosed(metric, road, true);
  const finder = new LandmarkFinder(metric.topology.coreCount, landmarks);
  const { costs, finder: peer } = peerOf(metric);
  const atJunction = () => {
    let { road } = pickPlace();
    while (metric.closed[road] === 1) road = pickPlace().road;
    return { road, alongMeters: 0 };
  };
  const { fromJunctions } = metric.table;
  const oursMs: number[] = [];
  const peerMs: number[] = [];
  let sameAnswers = true;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const [from, to] = [atJunction(), atJunction()];
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
        const path = peer.find(fromJunctions[from.road] ?? 0, fromJunctions[to.road] ?? 0);
        // From the end to the start.
        theirs = path.length === 0 ? Infinity : 0;
        for (let at = 1; at < path.length; at += 1)
          theirs += costs.get(keyOf(Number(path[at]?.id), Number(path[at - 1]?.id))) ?? Infinity;
      }),
    );
    if (ours !== theirs) sameAnswers = false;
  }
  return { oursMs: median(oursMs), peerMs: median(peerMs), sameAnswers };
}

const keyOf = (from: number, to: number): number => from * 2 ** 26 + to;

/** The open roads as ngraph has them: the best of those that run from one junction to another. */
function peerOf({ table, roadAlong, roadAgainst, closed }: RouteMetric) {
  const costs = new Map<number, number>();
  const note = (from: number, to: number, cost: number) => {
    const key = keyOf(from, to);
    if (cost < (costs.get(key) ?? Infinity)) costs.set(key, cost);
  };
  for (let road = 0; road < table.roadCount; road += 1) {
    if (closed[road] === 1) continue;
    const [from, to] = [table.fromJunctions[road] ?? 0, table.toJunctions[road] ?? 0];
    note(from, to, roadAlong[road] ?? Infinity);
    note(to, from, roadAgainst[road] ?? Infinity);
  }
  const graph = createGraph<undefined, number>();
  for (const [key, cost] of costs) graph.addLink(Math.floor(key / 2 ** 26), key % 2 ** 26, cost);
  const finder = nba(graph, { oriented: true, distance: (_from, _to, link) => link.data });
  return { costs, finder };
}
