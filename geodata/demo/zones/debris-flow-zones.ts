import type { Place } from '../frame.ts';
import { cellX, cellY } from '../ground/grid.ts';
import { heightAt, type Terrain } from '../ground/terrain.ts';
import type { Random } from '../random.ts';
import { isInArea } from '../shapes/area.ts';
import type { Building } from '../streets/building.ts';
import { type BuildingIndex, firstBuildingIn } from './building-index.ts';
import { type CoursePoint, courseFrom, gradientBelow } from './course.ts';
import { softened } from './field.ts';
import { type Disc, frameOf, swath } from './swath.ts';
import { type ZoneSite, zoneAreas } from './zone-site.ts';

/** 施行令 第2条2号: below the valley mouth, down to a gradient of 2°. */
export const LEAST_GRADIENT = Math.tan((2 * Math.PI) / 180);
/** Torrents that are surveyed: from about a hectare of catchment on. */
const CATCHMENTS = { least: 1e4, most: 1.3e6 };
const LONGEST_METERS = 620;
/** Above this gradient the flow still moves with a force that would wreck a house (in place of the sum of forces). */
const RED_GRADIENT = Math.tan((4 * Math.PI) / 180);
/** Ground this much above the bed is out of the flow's reach. */
const RELIEF_METERS = 5;
const RIM_METERS = 4;
const SAME_TORRENT_METERS = 75;

/**
 * Zones of debris flow: from the mouth of a torrent, where it leaves its gully, down its course to
 * where the ground falls by less than 2°, wider as it spreads, and only so far up the sides as the flow
 * reaches. Red: the upper part, narrower. Only where it meets houses.
 */
export function debrisFlowZones(
  terrain: Terrain,
  buildings: readonly Building[],
  index: BuildingIndex,
  random: Random,
): ZoneSite[] {
  const sites: ZoneSite[] = [];
  const { catchment } = terrain.drainage;
  const mouths = valleyMouths(terrain).sort((a, b) => catchment[b]! - catchment[a]! || a - b);
  for (const mouth of mouths) {
    const place = { x: cellX(terrain.grid, mouth), y: cellY(terrain.grid, mouth) };
    // Two threads of one gully are one torrent, and so is what opens onto the way of a greater one.
    if (sites.some((one) => isSameTorrent(one, place))) continue;
    const site = siteBelow(terrain, mouth, random);
    if (site === null) continue;
    const { yellow, red } = site;
    const building = firstBuildingIn(index, buildings, yellow);
    if (building === null) continue;
    sites.push({
      phenomenon: 'debris-flow',
      ...place,
      yellow,
      red,
      building,
    });
  }
  return sites;
}

function isSameTorrent(site: ZoneSite, mouth: Place): boolean {
  const apart = Math.hypot(site.x - mouth.x, site.y - mouth.y);
  if (apart < SAME_TORRENT_METERS) return true;
  return apart < LONGEST_METERS && site.yellow.some((area) => isInArea(mouth, area));
}

/** Cells where a steep gully opens onto gentler ground: one for each torrent, the lowest. */
export function valleyMouths({ grid, heights, drainage }: Terrain): number[] {
  const { receiver, order, catchment } = drainage;
  const mouths: number[] = [];
  // 1: a mouth lies further up this stream already.
  const hasMouth = new Uint8Array(heights.length);
  const gradient = (cell: number, steps: number) => {
    let to = cell;
    for (let step = 0; step < steps; step += 1) to = receiver[to]!;
    const run = Math.hypot(
      cellX(grid, to) - cellX(grid, cell),
      cellY(grid, to) - cellY(grid, cell),
    );
    return run === 0 ? 0 : (heights[cell]! - heights[to]!) / run;
  };
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const cell = order[i]!;
    const below = receiver[cell]!;
    const area = catchment[cell]!;
    if (below === cell || heights[cell]! < 3) continue;
    if (hasMouth[cell] === 1) {
      if (catchment[below]! < 4 * area) hasMouth[below] = 1;
      continue;
    }
    if (area < CATCHMENTS.least || area > CATCHMENTS.most) continue;
    if (gradient(cell, 3) > 0.21 || gradient(cell, 1) > 0.24) continue;
    if (!isSteepAbove(cell, grid.columns, heights, grid.cellMeters)) continue;
    mouths.push(cell);
    hasMouth[below] = 1;
  }
  return mouths;
}

function isSteepAbove(
  cell: number,
  columns: number,
  heights: Float32Array,
  cellMeters: number,
): boolean {
  let highest = Number.NEGATIVE_INFINITY;
  for (let dr = -3; dr <= 3; dr += 1)
    for (let dc = -3; dc <= 3; dc += 1)
      highest = Math.max(highest, heights[cell + dr * columns + dc] ?? Number.NEGATIVE_INFINITY);
  return highest - heights[cell]! > 0.3 * 3 * cellMeters;
}

function siteBelow(terrain: Terrain, mouth: number, random: Random) {
  const course = courseFrom(terrain, mouth, LONGEST_METERS);
  const area = terrain.drainage.catchment[mouth]!;
  const start = Math.min(24, 8 + 10 * (area / 1e5) ** 0.5);
  const spread = Math.tan((random.between(9, 17) * Math.PI) / 180);
  const widest = Math.min(95, 34 + 32 * (area / 1e5) ** 0.4);
  const widthAt = (along: number) => Math.min(widest, start + spread * along);
  const discs = discsDown(course, widthAt, LEAST_GRADIENT, 1);
  if (discs.length < 5) return null;
  const frame = frameOf(discs);
  const outOfReach = (place: Place, disc: number) =>
    5 * (course[disc]!.heightMeters + RELIEF_METERS - heightAt(terrain, place.x, place.y));
  const field = swath(frame, discs, (place, disc) =>
    heightAt(terrain, place.x, place.y) <= 0.3 ? -2 : outOfReach(place, disc),
  );
  const force = random.between(0.42, 0.72);
  const redDiscs = discsDown(
    course.slice(0, discs.length),
    (along) => force * widthAt(along),
    RED_GRADIENT,
    0.6,
  );
  const inner = swath(frame, redDiscs, outOfReach);
  const red = {
    ...inner,
    values: inner.values.map((value, at) => Math.min(value, field.values[at]! - RIM_METERS)),
  };
  const yellow = zoneAreas(softened(field));
  if (yellow.length === 0) return null;
  return { yellow, red: redDiscs.length < 4 ? [] : zoneAreas(softened(red)) };
}

/** Discs down a course for as long as it is steeper than the gradient; the last one ends there. */
function discsDown(
  course: readonly CoursePoint[],
  widthAt: (along: number) => number,
  leastGradient: number,
  overhang: number,
): Disc[] {
  let end = course.findIndex((_, at) => gradientBelow(course, at, 56) < leastGradient);
  if (end < 0) end = course.length - 1;
  const lastMeters = course[end]?.alongMeters ?? 0;
  return course
    .slice(0, end + 1)
    .filter(({ alongMeters }) => alongMeters + overhang * widthAt(alongMeters) <= lastMeters + 8)
    .map(({ x, y, alongMeters }) => ({ x, y, halfWidth: widthAt(alongMeters) }));
}
