import type { Place } from '../frame.ts';
import { cellAt, cellCount, eachNeighbour, type Grid } from '../ground/grid.ts';
import { MinHeap } from '../ground/min-heap.ts';
import { type RoadGround, stepCost } from '../streets/road-costs.ts';

/**
 * District of each cell of the road builder's raster: the one whose middle is reached most easily over
 * the ground, so that borders follow ridges. Islands go to the nearest; two cells of sea belong to the
 * land beside them, so that quays and harbours do too; −1 at sea.
 */
export function districtLabels(ground: RoadGround, middles: readonly Place[]): Int32Array {
  const { grid, groundCost } = ground;
  const label = new Int32Array(cellCount(grid)).fill(-1);
  const cost = new Float64Array(label.length).fill(Number.POSITIVE_INFINITY);
  const heap = new MinHeap();
  for (const [district, middle] of middles.entries()) {
    const cell = cellAt(grid, middle.x, middle.y);
    label[cell] = district;
    cost[cell] = 0;
    heap.push(cell, 0);
  }
  const isSea = (cell: number) => groundCost[cell] === Number.POSITIVE_INFINITY;
  for (
    let key = heap.leastKey(), cell = heap.pop();
    cell >= 0;
    key = heap.leastKey(), cell = heap.pop()
  ) {
    if (key > cost[cell]!) continue;
    eachNeighbour(grid, cell, (next, direction) => {
      const length = grid.cellMeters * (direction < 4 ? 1 : Math.SQRT2);
      // By ferry: dear, so that only islands are reached by it.
      const step = isSea(cell) || isSea(next) ? 40 * length : stepCost(ground, cell, next, length);
      if (key + step >= cost[next]!) return;
      cost[next] = key + step;
      label[next] = label[cell]!;
      heap.push(next, key + step);
    });
  }
  const nearLand = label.map((district, cell) => {
    let isNearLand = !isSea(cell);
    for (let dr = -2; dr <= 2 && !isNearLand; dr += 1)
      for (let dc = -2; dc <= 2 && !isNearLand; dc += 1) {
        const near = cell + dr * grid.columns + dc;
        isNearLand = near >= 0 && near < label.length && !isSea(near);
      }
    return isNearLand ? district : -1;
  });
  return tidied(grid, nearLand);
}

/**
 * Labels without tips and threads: a cell that fewer than two of its four neighbours agree with, or
 * that meets its like only across a corner, joins its neighbour. Borders then never touch themselves.
 */
function tidied({ columns }: Grid, labels: Int32Array): Int32Array {
  let tidy = labels;
  for (let pass = 0; pass < 6; pass += 1) {
    const before = tidy;
    tidy = before.map((own, cell) => {
      const around = [cell + 1, cell - 1, cell + columns, cell - columns].map(
        (at) => before[at] ?? -1,
      );
      const like = around.filter((label) => label === own).length;
      if (like >= 2) return own;
      return (
        around.find((label, at) => label !== own && around.indexOf(label) !== at) ??
        around[pass % 4]!
      );
    });
  }
  for (let cell = 0; cell + columns + 1 < tidy.length; cell += 1) {
    const [sw, se, nw, ne] = [
      tidy[cell]!,
      tidy[cell + 1]!,
      tidy[cell + columns]!,
      tidy[cell + columns + 1]!,
    ];
    if ((sw === ne && sw !== se && sw !== nw) || (se === nw && se !== sw && se !== ne))
      tidy[cell + columns + 1] = ne === sw ? se : sw;
  }
  return tidy;
}
