import type { Place } from '../frame.ts';
import { cellAt, cellCount } from '../ground/grid.ts';
import { MinHeap } from '../ground/min-heap.ts';
import { ROAD_STEPS, type RoadGround, stepCost } from './road-costs.ts';

/** A road between two sites (their places in the list), cell by cell. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly cells: readonly number[];
}

/**
 * Cheapest roads over the ground that join the sites: one search from all of them at once gives each
 * site's neighbours (Mehlhorn 1988); of these links the network keeps a least tree, and those that
 * spare a detour of more than `detour` times their own cost.
 */
export function linkSites(ground: RoadGround, sites: readonly Place[], detour: number): Link[] {
  const { owner, cost, before } = spread(ground, sites);
  const links = new Map<
    number,
    { from: number; to: number; cost: number; at: number; next: number }
  >();
  eachStep(ground, (cell, next, lengthMeters) => {
    const a = owner[cell]!;
    const b = owner[next]!;
    if (a < 0 || b < 0 || a >= b) return;
    const total = cost[cell]! + cost[next]! + stepCost(ground, cell, next, lengthMeters);
    const key = a * sites.length + b;
    if (total < (links.get(key)?.cost ?? Number.POSITIVE_INFINITY))
      links.set(key, { from: a, to: b, cost: total, at: cell, next });
  });
  const cheapest = [...links.values()].sort(
    (a, b) => a.cost - b.cost || a.from - b.from || a.to - b.to,
  );
  return spanner(cheapest, sites.length, detour).map(({ from, to, cost: total, at, next }) => ({
    from,
    to,
    cost: total,
    cells: [...trail(before, at).reverse(), ...trail(before, next)],
  }));
}

function spread(ground: RoadGround, sites: readonly Place[]) {
  const count = cellCount(ground.grid);
  const owner = new Int32Array(count).fill(-1);
  const before = new Int32Array(count).fill(-1);
  const cost = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const heap = new MinHeap();
  for (const [index, site] of sites.entries()) {
    const cell = cellAt(ground.grid, site.x, site.y);
    owner[cell] = index;
    cost[cell] = 0;
    heap.push(cell, 0);
  }
  const { columns, rows, cellMeters } = ground.grid;
  for (
    let key = heap.leastKey(), cell = heap.pop();
    cell >= 0;
    key = heap.leastKey(), cell = heap.pop()
  ) {
    if (key > cost[cell]!) continue;
    const column = cell % columns;
    const row = (cell - column) / columns;
    for (const [dc, dr, cells] of ROAD_STEPS) {
      const c = column + dc;
      const r = row + dr;
      if (c < 0 || r < 0 || c >= columns || r >= rows) continue;
      const next = r * columns + c;
      const total = key + stepCost(ground, cell, next, cellMeters * cells);
      if (!(total < cost[next]!)) continue;
      cost[next] = total;
      owner[next] = owner[cell]!;
      before[next] = cell;
      heap.push(next, total);
    }
  }
  return { owner, cost, before };
}

function eachStep(
  { grid }: RoadGround,
  visit: (cell: number, next: number, lengthMeters: number) => void,
): void {
  const { columns, rows, cellMeters } = grid;
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      for (let step = 0; step < 8; step += 1) {
        const [dc, dr, cells] = ROAD_STEPS[step]!;
        const c = column + dc;
        const r = row + dr;
        if (c < 0 || r < 0 || c >= columns || r >= rows) continue;
        visit(row * columns + column, r * columns + c, cellMeters * cells);
      }
}

/** Keeps a link when the links kept so far lead the same way only by a longer road. */
function spanner<T extends { from: number; to: number; cost: number }>(
  cheapestFirst: readonly T[],
  count: number,
  detour: number,
): T[] {
  const kept: T[] = [];
  const beside: { to: number; cost: number }[][] = Array.from({ length: count }, () => []);
  for (const link of cheapestFirst) {
    const limit = link.cost * detour;
    if (distance(beside, link.from, link.to, limit) <= limit) continue;
    kept.push(link);
    beside[link.from]!.push({ to: link.to, cost: link.cost });
    beside[link.to]!.push({ to: link.from, cost: link.cost });
  }
  return kept;
}

function distance(
  beside: readonly (readonly { to: number; cost: number }[])[],
  from: number,
  to: number,
  limit: number,
): number {
  const best = new Map([[from, 0]]);
  const heap = new MinHeap();
  heap.push(from, 0);
  for (
    let key = heap.leastKey(), at = heap.pop();
    at >= 0;
    key = heap.leastKey(), at = heap.pop()
  ) {
    if (at === to) return key;
    if (key > (best.get(at) ?? 0)) continue;
    for (const step of beside[at]!) {
      const total = key + step.cost;
      if (total > limit || total >= (best.get(step.to) ?? Number.POSITIVE_INFINITY)) continue;
      best.set(step.to, total);
      heap.push(step.to, total);
    }
  }
  return Number.POSITIVE_INFINITY;
}

function trail(before: Int32Array, from: number): number[] {
  const cells: number[] = [];
  for (let cell = from; cell >= 0; cell = before[cell]!) cells.push(cell);
  return cells;
}
