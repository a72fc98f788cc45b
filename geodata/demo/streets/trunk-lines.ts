import { ROAD_CLASSES } from '../basemap-layers.ts';
import type { Place } from '../frame.ts';
import { cellX, cellY } from '../ground/grid.ts';
import type { Random } from '../random.ts';
import { type RoadClass, widthOf } from './road-classes.ts';
import type { RoadGround } from './road-costs.ts';
import { type RoadLine, resampled, smoothed } from './road-line.ts';
import type { Link } from './trunk-roads.ts';

export interface ClassedLink extends Link {
  readonly roadClass: RoadClass;
  readonly name: string | null;
}

const SPACING_METERS = 30;

/**
 * Lines of the roads between settlements. Links share cells where they run together: each step between
 * two cells is laid once, in the class of its greatest link, and lines end where three steps meet.
 */
export function trunkLines(
  ground: RoadGround,
  links: readonly ClassedLink[],
  random: Random,
): RoadLine[] {
  const steps = new Map<number, ClassedLink>();
  const beside = new Map<number, number[]>();
  const count = ground.groundCost.length;
  const inOrder = [...links].sort(
    (a, b) => ROAD_CLASSES.indexOf(a.roadClass) - ROAD_CLASSES.indexOf(b.roadClass),
  );
  for (const link of inOrder)
    for (let i = 1; i < link.cells.length; i += 1) {
      const [a, b] = [link.cells[i - 1]!, link.cells[i]!];
      const key = Math.min(a, b) * count + Math.max(a, b);
      if (a === b || steps.has(key)) continue;
      steps.set(key, link);
      beside.set(a, [...(beside.get(a) ?? []), b]);
      beside.set(b, [...(beside.get(b) ?? []), a]);
    }
  const linkOf = (a: number, b: number) => steps.get(Math.min(a, b) * count + Math.max(a, b));
  const isEnd = (cell: number) => {
    const [a, b, ...more] = beside.get(cell) ?? [];
    if (a === undefined || b === undefined || more.length > 0) return true;
    return linkOf(a, cell) !== linkOf(cell, b);
  };
  const widths = new Map<ClassedLink, number>();
  const lines: RoadLine[] = [];
  const done = new Set<number>();
  for (const [start, nexts] of beside) {
    if (!isEnd(start)) continue;
    for (const next of nexts) {
      const link = linkOf(start, next);
      if (link === undefined || done.has(start * count + next)) continue;
      const cells = [start, next];
      for (let at = next, from = start; !isEnd(at); ) {
        const onward: number = (beside.get(at) ?? []).find((cell) => cell !== from) ?? from;
        cells.push(onward);
        from = at;
        at = onward;
      }
      done.add(start * count + next);
      done.add(cells.at(-1)! * count + cells.at(-2)!);
      const width = widths.get(link) ?? widthOf(link.roadClass, random);
      widths.set(link, width);
      const points: Place[] = cells.map((cell) => ({
        x: cellX(ground.grid, cell),
        y: cellY(ground.grid, cell),
      }));
      lines.push({
        roadClass: link.roadClass,
        name: link.name,
        widthCentimeters: width,
        points: resampled(smoothed(resampled(points, SPACING_METERS), 6), SPACING_METERS),
      });
    }
  }
  return lines;
}
