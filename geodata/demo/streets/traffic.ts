import { MinHeap } from '../ground/min-heap.ts';
import type { Link } from './trunk-roads.ts';

/**
 * Traffic on each link when people travel from every site to every other, more to the near and the
 * great (gravity model); in no unit, the busiest link has 1.
 */
export function trafficOf(links: readonly Link[], sizes: readonly number[]): number[] {
  const beside: { to: number; link: number }[][] = sizes.map(() => []);
  for (const [index, { from, to }] of links.entries()) {
    beside[from]!.push({ to, link: index });
    beside[to]!.push({ to: from, link: index });
  }
  const traffic = links.map(() => 0);
  for (const [start, size] of sizes.entries()) {
    if (size === 0) continue;
    const { order, by, cost } = shortestTree(beside, links, start, sizes.length);
    const load = sizes.map((other, site) =>
      site === start ? 0 : (size * other) / (1 + (cost[site] ?? Number.POSITIVE_INFINITY) / 6000),
    );
    for (const site of order.reverse()) {
      const link = by[site];
      if (link === undefined || link < 0) continue;
      traffic[link] = traffic[link]! + load[site]!;
      const { from, to } = links[link]!;
      const nearer = from === site ? to : from;
      load[nearer] = load[nearer]! + load[site]!;
    }
  }
  const busiest = Math.max(...traffic, 1e-9);
  return traffic.map((amount) => amount / busiest);
}

function shortestTree(
  beside: readonly (readonly { to: number; link: number }[])[],
  links: readonly Link[],
  start: number,
  count: number,
) {
  const cost = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const by = new Int32Array(count).fill(-1);
  const order: number[] = [];
  const heap = new MinHeap();
  cost[start] = 0;
  heap.push(start, 0);
  for (
    let key = heap.leastKey(), at = heap.pop();
    at >= 0;
    key = heap.leastKey(), at = heap.pop()
  ) {
    if (key > cost[at]!) continue;
    order.push(at);
    for (const { to, link } of beside[at]!) {
      const total = key + links[link]!.cost;
      if (total >= cost[to]!) continue;
      cost[to] = total;
      by[to] = link;
      heap.push(to, total);
    }
  }
  return { order, by, cost };
}
