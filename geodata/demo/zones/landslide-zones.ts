import type { Place } from '../frame.ts';
import { cellX, cellY, sample } from '../ground/grid.ts';
import { heightAt, type Terrain } from '../ground/terrain.ts';
import type { Random } from '../random.ts';
import type { Building } from '../streets/building.ts';
import { type BuildingIndex, firstBuildingIn } from './building-index.ts';
import { COURSE_STEP_METERS } from './course.ts';
import { softened } from './field.ts';
import { type Disc, frameOf, swath } from './swath.ts';
import { type ZoneSite, zoneAreas } from './zone-site.ts';

/** 施行令 第2条3号: below the sliding ground as far as it is long, at most 250 m; red at most 60 m. */
const LONGEST_BELOW_METERS = 250;
const LONGEST_RED_METERS = 60;
const RIM_METERS = 4;

/** Slopes that slide are gentle: they have slid before. */
const SLOPES = { least: 9, most: 22 };

/** A few zones of landslide (地すべり): sliding ground on a gentle hillside above houses. */
export function landslideZones(
  terrain: Terrain,
  buildings: readonly Building[],
  index: BuildingIndex,
  count: number,
  random: Random,
): ZoneSite[] {
  const { grid, heights, slopes } = terrain;
  const sites: ZoneSite[] = [];
  for (let attempt = 0; attempt < 4000 * count && sites.length < count; attempt += 1) {
    const cell = random.integer(0, heights.length - 1);
    if (heights[cell]! < 15 || slopes[cell]! < SLOPES.least || slopes[cell]! > SLOPES.most)
      continue;
    const head = { x: cellX(grid, cell), y: cellY(grid, cell) };
    if (sites.some((site) => Math.hypot(site.x - head.x, site.y - head.y) < 700)) continue;
    if (index.neighbors(head.x, head.y, 1, 420).length === 0) continue;
    const drawn = drawSite(terrain, head, random);
    if (drawn === null) continue;
    const building = firstBuildingIn(index, buildings, drawn.yellow);
    if (building === null) continue;
    sites.push({ phenomenon: 'landslide', ...head, ...drawn, building });
  }
  return sites;
}

function drawSite(terrain: Terrain, head: Place, random: Random) {
  const length = random.between(90, 230);
  const width = length * random.between(0.3, 0.45);
  const line = downhill(terrain, head, length + Math.min(length, LONGEST_BELOW_METERS));
  const block = line.slice(0, Math.round(length / COURSE_STEP_METERS));
  const isSliding = block.every(({ x, y }) => {
    const slope = sample(terrain.grid, terrain.slopes, x, y);
    return slope >= SLOPES.least - 3 && slope <= SLOPES.most + 4;
  });
  if (!isSliding || line.length < 1.4 * block.length) return null;
  const discs: Disc[] = line.map((place, at) => {
    // Round at the head, a little wider where it comes to rest.
    const along = at / block.length;
    return { ...place, halfWidth: width * Math.min(1.15, 0.45 + 0.9 * along) };
  });
  const frame = frameOf(discs);
  const dry = (place: Place) =>
    heightAt(terrain, place.x, place.y) <= 0.3 ? -2 : Number.POSITIVE_INFINITY;
  const field = swath(frame, discs, dry);
  const yellow = zoneAreas(softened(field));
  if (yellow.length === 0) return null;
  if (!random.chance(0.15)) return { yellow, red: [] };
  const toe = line
    .slice(block.length, block.length + Math.round((0.6 * LONGEST_RED_METERS) / COURSE_STEP_METERS))
    .map((place) => ({ ...place, halfWidth: 0.5 * width }));
  const inner = swath(frame, toe, dry);
  const values = inner.values.map((value, at) => Math.min(value, field.values[at]! - RIM_METERS));
  return { yellow, red: zoneAreas(softened({ ...inner, values })) };
}

/** Steps straight downhill, over small bumps, until the ground is level or the sea. */
function downhill(terrain: Terrain, head: Place, lengthMeters: number): Place[] {
  const line: Place[] = [head];
  let { x, y } = head;
  let courseX = 0;
  let courseY = 0;
  for (let along = 0; along < lengthMeters; along += COURSE_STEP_METERS) {
    const east = heightAt(terrain, x + 25, y) - heightAt(terrain, x - 25, y);
    const north = heightAt(terrain, x, y + 25) - heightAt(terrain, x, y - 25);
    const steep = Math.hypot(east, north);
    if (steep / 50 < 0.03) break;
    courseX = 0.75 * courseX - (0.25 * east) / steep;
    courseY = 0.75 * courseY - (0.25 * north) / steep;
    const length = Math.hypot(courseX, courseY);
    x += (COURSE_STEP_METERS * courseX) / length;
    y += (COURSE_STEP_METERS * courseY) / length;
    if (heightAt(terrain, x, y) <= 0.5) break;
    line.push({ x, y });
  }
  return line;
}
