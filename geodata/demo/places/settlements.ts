import type { Place } from '../frame.ts';
import { blurred } from '../ground/blur.ts';
import { cellAt, cellX, cellY } from '../ground/grid.ts';
import type { Terrain } from '../ground/terrain.ts';
import type { Random } from '../random.ts';

/** Where people live: the middle of a town, a village or a hamlet. */
export interface Settlement extends Place {
  /** About how many people in relation to the others; the centre of the city has 1. */
  readonly size: number;
  /** How far in metres it reaches over flat ground. */
  readonly reachMeters: number;
  /** Middle of one of the districts; the others are hamlets of the nearest one. */
  readonly isPrimary: boolean;
}

/** Degrees up to which people build without terraces. */
export const FLAT_DEGREES = 7;
const HAMLET_SPACING_METERS = 420;
/** Islets that no bridge reaches stay empty. */
const LEAST_FLAT_SHARE = 0.11;

/**
 * Chooses the places where people settled: first the middles of the districts, on the widest flat land
 * near the sea and the rivers, far enough from each other; then hamlets wherever a valley leaves room.
 */
export function settle(
  terrain: Terrain,
  isReachable: (cell: number) => boolean,
  counts: { districts: number; hamlets: number },
  random: Random,
): Settlement[] {
  const { grid, heights, slopes } = terrain;
  const flat = Float32Array.from(slopes, (slope, cell) =>
    slope < FLAT_DEGREES && heights[cell]! > 0.8 ? 1 : 0,
  );
  const wide = blurred(grid, flat, 600);
  const near = blurred(grid, flat, 160);
  const scored: { cell: number; score: number }[] = [];
  for (let cell = 0; cell < flat.length; cell += 1) {
    if (flat[cell] === 0 || near[cell]! < LEAST_FLAT_SHARE || !isReachable(cell)) continue;
    const low = Math.exp(-heights[cell]! / 160);
    scored.push({
      cell,
      score: (wide[cell]! + 0.35 * near[cell]!) * low * random.between(0.9, 1.1),
    });
  }
  scored.sort((a, b) => b.score - a.score);
  const place = ({ cell }: { cell: number }) => ({ x: cellX(grid, cell), y: cellY(grid, cell) });

  let spacing = 2600;
  let primary = spacedOut(scored, counts.districts, spacing, place, []);
  while (primary.length < counts.districts && spacing > 300) {
    spacing *= 0.94;
    primary = spacedOut(scored, counts.districts, spacing, place, []);
  }
  const hamlets = spacedOut(scored, counts.hamlets, HAMLET_SPACING_METERS, place, primary);
  const centre = primary[0];
  const settled = (site: Place, isPrimary: boolean): Settlement => {
    const cell = cellAt(grid, site.x, site.y);
    const fromCentre = centre === undefined ? 0 : Math.hypot(site.x - centre.x, site.y - centre.y);
    const pull = Math.exp(-fromCentre / 3200);
    const size = Math.min(1, wide[cell]! * (isPrimary ? 0.55 + 0.6 * pull : 0.16 + 0.5 * pull));
    return { ...site, size, isPrimary, reachMeters: (isPrimary ? 430 : 230) + 1150 * size };
  };
  return [
    ...primary.map((site) => settled(site, true)),
    ...hamlets.map((site) => settled(site, false)),
  ];
}

/** The best scored sites that keep apart from each other and from those taken. */
function spacedOut<T>(
  scored: readonly T[],
  count: number,
  spacingMeters: number,
  place: (item: T) => Place,
  taken: readonly Place[],
): Place[] {
  const chosen: Place[] = [];
  const buckets = new Map<number, Place[]>();
  const key = (x: number, y: number) =>
    Math.floor(x / spacingMeters) * 4096 + Math.floor(y / spacingMeters);
  const add = (site: Place) => {
    const at = key(site.x, site.y);
    buckets.set(at, [...(buckets.get(at) ?? []), site]);
  };
  for (const site of taken) add(site);
  for (const item of scored) {
    if (chosen.length >= count) break;
    const site = place(item);
    let isFree = true;
    for (let dx = -1; dx <= 1 && isFree; dx += 1)
      for (let dy = -1; dy <= 1 && isFree; dy += 1)
        for (const other of buckets.get(
          key(site.x + dx * spacingMeters, site.y + dy * spacingMeters),
        ) ?? [])
          if (Math.hypot(other.x - site.x, other.y - site.y) < spacingMeters) isFree = false;
    if (!isFree) continue;
    chosen.push(site);
    add(site);
  }
  return chosen;
}
