import type { Place } from '../frame.ts';
import { cellAt, cellX, cellY } from '../ground/grid.ts';
import type { Terrain } from '../ground/terrain.ts';
import type { PlaceName, Setting } from '../names/place-names.ts';
import { resampled, smoothed } from '../streets/road-line.ts';

/** A stream from one confluence to the next. */
export interface StreamLine {
  readonly points: readonly Place[];
  /** Square metres that drain through its lower end. */
  readonly catchment: number;
  readonly name: string | null;
}

export interface Streams {
  readonly lines: readonly StreamLine[];
  /** Name of the stream that a place drains to; null where it has none. */
  readonly nameAt: (place: Place) => string | null;
}

const LEAST_CATCHMENT = 1.2e5;
/** Streams of this catchment bear a name down to the sea or to a greater one. */
const NAMED_CATCHMENT = 1.1e6;

/** Streams of the city as smooth lines, the greater ones with names; a name follows the main stem upward. */
export function nameStreams(terrain: Terrain, nameFor: (setting: Setting) => PlaceName): Streams {
  const { grid, heights, drainage } = terrain;
  const { receiver, order, catchment } = drainage;
  const isStream = (cell: number) => catchment[cell]! >= LEAST_CATCHMENT && heights[cell]! > 0;
  const mainAbove = new Int32Array(heights.length).fill(-1);
  const tributaries = new Uint8Array(heights.length);
  for (const cell of order) {
    const below = receiver[cell]!;
    if (below === cell || !isStream(cell)) continue;
    tributaries[below] = tributaries[below]! + 1;
    const main = mainAbove[below]!;
    if (main < 0 || catchment[cell]! > catchment[main]!) mainAbove[below] = cell;
  }
  const nameOf = new Map<number, string>();
  const names: (string | null)[] = [];
  const nameIndex = new Int32Array(heights.length).fill(-1);
  for (const cell of order) {
    if (!isStream(cell)) continue;
    const below = receiver[cell]!;
    const isMain = isStream(below) && mainAbove[below] === cell;
    if (isMain) nameIndex[cell] = nameIndex[below]!;
    else if (catchment[cell]! >= NAMED_CATCHMENT) {
      nameIndex[cell] = names.length;
      names.push(`${nameFor(heights[cell]! < 30 ? 'flat' : 'valley').name}川`);
    }
    const name = names[nameIndex[cell]!];
    if (name) nameOf.set(cell, name);
  }
  const lines: StreamLine[] = [];
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const start = order[i]!;
    if (!isStream(start) || tributaries[start] === 1) continue;
    const cells = [start];
    for (let cell = receiver[start]!; ; cell = receiver[cell]!) {
      cells.push(cell);
      if (!isStream(cell) || tributaries[cell]! > 1 || receiver[cell] === cell) break;
    }
    const points = cells.map((cell) => ({ x: cellX(grid, cell), y: cellY(grid, cell) }));
    const last = cells.at(-2) ?? start;
    lines.push({
      points: resampled(smoothed(resampled(points, 25), 6), 22),
      catchment: catchment[last]!,
      name: nameOf.get(start) ?? nameOf.get(last) ?? null,
    });
  }
  return {
    lines,
    nameAt: ({ x, y }) => {
      for (let cell = cellAt(grid, x, y), step = 0; step < 400; cell = receiver[cell]!, step += 1) {
        const name = nameOf.get(cell);
        if (name !== undefined) return name;
        if (receiver[cell] === cell) return null;
      }
      return null;
    },
  };
}
