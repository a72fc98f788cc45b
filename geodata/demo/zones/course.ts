import type { Place } from '../frame.ts';
import { cellX, cellY } from '../ground/grid.ts';
import { heightAt, type Terrain } from '../ground/terrain.ts';
import { resampled, smoothed } from '../streets/road-line.ts';

/** A place on the way of a flow, with its height and how far it has come. */
export interface CoursePoint extends Place {
  readonly heightMeters: number;
  readonly alongMeters: number;
}

export const COURSE_STEP_METERS = 8;

/** The way that water takes from a cell, up to a length, as a line without the raster's corners. */
export function courseFrom(terrain: Terrain, start: number, lengthMeters: number): CoursePoint[] {
  const { grid, heights, drainage } = terrain;
  const cells: Place[] = [];
  let length = 0;
  for (let cell = start; length < lengthMeters; ) {
    cells.push({ x: cellX(grid, cell), y: cellY(grid, cell) });
    const next = drainage.receiver[cell]!;
    if (next === cell || heights[next]! <= 0.4) break;
    length += grid.cellMeters * (Math.abs(next - cell) % grid.columns === 1 ? 1.2 : 1.1);
    cell = next;
  }
  if (cells.length < 2) return [];
  const line = resampled(smoothed(resampled(cells, 20), 8), COURSE_STEP_METERS);
  let along = 0;
  return line.map((place, index) => {
    const before = line[index - 1];
    if (before !== undefined) along += Math.hypot(place.x - before.x, place.y - before.y);
    return { ...place, heightMeters: heightAt(terrain, place.x, place.y), alongMeters: along };
  });
}

/** Gradient (rise over run) over the metres below a point of the course. */
export function gradientBelow(
  course: readonly CoursePoint[],
  index: number,
  meters: number,
): number {
  const from = course[index]!;
  const steps = Math.round(meters / COURSE_STEP_METERS);
  const to = course[Math.min(course.length - 1, index + steps)]!;
  const run = to.alongMeters - from.alongMeters;
  return run <= 0 ? 0 : (from.heightMeters - to.heightMeters) / run;
}
