import { eachNeighbour } from './grid.ts';
import type { Terrain } from './terrain.ts';

/** Numbers the connected parts of the land from 0, the largest first; −1 for the sea. */
export function landParts({ grid, heights }: Terrain): Int32Array {
  const part = new Int32Array(heights.length).fill(-1);
  const sizes: number[] = [];
  const stack: number[] = [];
  for (let start = 0; start < heights.length; start += 1) {
    if (part[start] !== -1 || heights[start]! <= 0) continue;
    const number = sizes.length;
    let size = 0;
    part[start] = number;
    stack.push(start);
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      size += 1;
      eachNeighbour(grid, cell, (neighbour, direction) => {
        if (direction > 3 || part[neighbour] !== -1 || heights[neighbour]! <= 0) return;
        part[neighbour] = number;
        stack.push(neighbour);
      });
    }
    sizes.push(size);
  }
  const rank = new Int32Array(sizes.length);
  const bySize = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  for (const [index, number] of bySize.entries()) rank[number] = index;
  return part.map((number) => (number === -1 ? -1 : rank[number]!));
}
