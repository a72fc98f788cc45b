import type { Place } from '../frame.ts';
import { cellAt, cellX, cellY, sample } from '../ground/grid.ts';
import { heightAt, type Terrain } from '../ground/terrain.ts';
import type { Random } from '../random.ts';
import { isInArea } from '../shapes/area.ts';
import type { Building } from '../streets/building.ts';
import { wreckingMeters } from './earth-force.ts';
import { FIELD_CELL_METERS, type Field, fieldAround, placeOf, softened, valueAt } from './field.ts';
import { nearestCells } from './nearest-cells.ts';
import { type ZoneSite, zoneAreas } from './zone-site.ts';

/** 土砂災害防止法施行令 第2条1号: a steep slope, and the ground above and below it. */
export const STEEP_DEGREES = 30;
export const LEAST_HEIGHT_METERS = 5;
const ABOVE_METERS = 10;
const GREATEST_BELOW_METERS = 50;
/** Surveys end a site where the slope changes; on a mountainside without a break, this far above the foot. */
const LONGEST_UPHILL_METERS = 80;
/** A house this near to a steep slope has it surveyed. */
const HOUSE_REACH_METERS = 66;
const MOST_TRIES = 3;
/** The yellow zone passes the red one by this at its two ends, and everywhere by twice the tolerance. */
const RIM_METERS = 4;
/** Gradient below a foot is taken over this run; the terrain's cells round the foot itself off. */
const BELOW_RUN_METERS = 45;
const STEEPEST_BELOW = (9 * Math.PI) / 180;

/** Which ground a site stands on: its slope's foot, the way downhill and half its length along the slope. */
interface Site {
  readonly foot: Place;
  readonly downX: number;
  readonly downY: number;
  readonly halfLength: number;
}

/**
 * Zones of slope failure: for houses near a steep slope (30° and more, 5 m and higher) a stretch of
 * that slope. Yellow: the slope, 10 m above its top, and below its foot twice its height, at most
 * 50 m. Red: the slope, and below it as far as the force of the earth would wreck a house.
 */
export function slopeZones(
  terrain: Terrain,
  buildings: readonly Building[],
  most: number,
  random: Random,
): ZoneSite[] {
  const taken = new Set<number>();
  const triesAt = new Map<number, number>();
  const sites: ZoneSite[] = [];
  for (const index of random.shuffled([...buildings.keys()])) {
    if (sites.length >= most) break;
    const building = buildings[index]!;
    const foot = steepCellNear(terrain, building);
    if (foot === null || taken.has(latticeKey(foot))) continue;
    // What could not be drawn for a few houses will not be for the next.
    const key = latticeKey(foot);
    const tries = triesAt.get(key) ?? 0;
    if (tries >= MOST_TRIES) continue;
    triesAt.set(key, tries + 1);
    const site = siteAt(terrain, building, foot, random);
    const drawn = drawSite(terrain, site, taken);
    if (drawn === null || valueAt(drawn.yellow, building) <= 0) continue;
    const yellow = zoneAreas(softened(drawn.yellow));
    if (!yellow.some((area) => isInArea(building, area))) continue;
    for (const key of drawn.slope) taken.add(key);
    const red = zoneAreas(softened(drawn.red));
    sites.push({ phenomenon: 'slope-failure', ...site.foot, yellow, red, building: index });
  }
  return sites;
}

/** The nearest steep cell that lies higher than the house. */
function steepCellNear(terrain: Terrain, house: Place): Place | null {
  const { grid, falls, heights } = terrain;
  const reach = Math.ceil(HOUSE_REACH_METERS / grid.cellMeters);
  const middle = cellAt(grid, house.x, house.y);
  const level = heightAt(terrain, house.x, house.y);
  let best: Place | null = null;
  let least = HOUSE_REACH_METERS;
  for (let dr = -reach; dr <= reach; dr += 1)
    for (let dc = -reach; dc <= reach; dc += 1) {
      const cell = middle + dr * grid.columns + dc;
      if (!(falls[cell]! >= STEEP_DEGREES) || heights[cell]! < level + 2) continue;
      const place = { x: cellX(grid, cell), y: cellY(grid, cell) };
      const apart = Math.hypot(place.x - house.x, place.y - house.y);
      if (apart >= least) continue;
      least = apart;
      best = place;
    }
  return best;
}

function siteAt(terrain: Terrain, house: Place, foot: Place, random: Random): Site {
  const arm = 30;
  const east = heightAt(terrain, foot.x + arm, foot.y) - heightAt(terrain, foot.x - arm, foot.y);
  const north = heightAt(terrain, foot.x, foot.y + arm) - heightAt(terrain, foot.x, foot.y - arm);
  const steepness = Math.hypot(east, north);
  const flat = steepness < 1e-6;
  return {
    foot,
    downX: flat ? Math.sign(house.x - foot.x) : -east / steepness,
    downY: flat ? Math.sign(house.y - foot.y) : -north / steepness,
    halfLength: random.between(16, 44),
  };
}

function drawSite(
  terrain: Terrain,
  site: Site,
  taken: ReadonlySet<number>,
): { yellow: Field; red: Field; slope: readonly number[] } | null {
  const { foot, downX, downY, halfLength } = site;
  const reach = Math.hypot(halfLength, LONGEST_UPHILL_METERS) + GREATEST_BELOW_METERS / 2;
  const height = fieldAround(foot, reach, (x, y) => heightAt(terrain, x, y));
  const { columns, rows } = height;
  const along = (place: Place) => (place.y - foot.y) * downX - (place.x - foot.x) * downY;
  const isSlope = slopePart(terrain, site, height, along, taken);
  const forms = formsAlong(terrain, site, height, isSlope, along);
  for (let at = 0; at < isSlope.length; at += 1)
    if (isSlope[at] === 1 && !forms.has(binOf(along(placeOf(height, at))))) isSlope[at] = 0;
  if (!isSlope.includes(1)) return null;

  const { nearest, meters } = nearestCells(isSlope, columns, rows);
  const yellow = new Float32Array(isSlope.length);
  const red = new Float32Array(isSlope.length);
  const slope: number[] = [];
  for (let at = 0; at < isSlope.length; at += 1) {
    const place = placeOf(height, at);
    const form = forms.get(binOf(along(placeOf(height, nearest[at]!))));
    if (form === undefined) continue;
    const isBelow = height.values[at]! <= height.values[nearest[at]!]!;
    const inside = isSlope[at] === 1;
    if (inside) slope.push(latticeKey(place));
    const side = halfLength - Math.abs(along(place));
    const apart = meters[at]!;
    const isSea = height.values[at]! <= 0.3;
    const wide = inside ? ABOVE_METERS : (isBelow ? form.belowMeters : ABOVE_METERS) - apart;
    yellow[at] = isSea ? -2 : Math.min(wide, side + RIM_METERS);
    const narrow = inside ? 3 : isBelow ? form.redMeters - apart : -apart / 2;
    red[at] = isSea || form.redMeters === 0 ? -2 : Math.min(narrow, side, yellow[at]! - RIM_METERS);
  }
  return { yellow: { ...height, values: yellow }, red: { ...height, values: red }, slope };
}

/** Steep ground that hangs together with the foot, faces the same way and is no other site's. */
function slopePart(
  terrain: Terrain,
  { foot, downX, downY, halfLength }: Site,
  height: Field,
  along: (place: Place) => number,
  taken: ReadonlySet<number>,
): Uint8Array {
  const { columns, rows, values } = height;
  const level = heightAt(terrain, foot.x, foot.y);
  const isSteep = (at: number) => {
    const place = placeOf(height, at);
    if (Math.abs(along(place)) > halfLength || taken.has(latticeKey(place))) return false;
    const uphill = -((place.x - foot.x) * downX + (place.y - foot.y) * downY);
    if (uphill > LONGEST_UPHILL_METERS || values[at]! < level - 40) return false;
    if (sample(terrain.grid, terrain.falls, place.x, place.y) < STEEP_DEGREES) return false;
    const ahead = heightAt(terrain, place.x + 8 * downX, place.y + 8 * downY);
    return ahead < values[at]! - 2;
  };
  const isSlope = new Uint8Array(values.length);
  const start = Math.floor(rows / 2) * columns + Math.floor(columns / 2);
  if (!isSteep(start)) return isSlope;
  const stack = [start];
  isSlope[start] = 1;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const column = at % columns;
    for (const next of [
      column > 0 ? at - 1 : -1,
      column < columns - 1 ? at + 1 : -1,
      at - columns,
      at + columns,
    ]) {
      if (next < 0 || next >= values.length || isSlope[next] === 1 || !isSteep(next)) continue;
      isSlope[next] = 1;
      stack.push(next);
    }
  }
  return isSlope;
}

interface Form {
  readonly belowMeters: number;
  readonly redMeters: number;
}

const BIN_METERS = 10;
function binOf(along: number): number {
  return Math.round(along / BIN_METERS);
}

/** Height, steepness and reach of the slope for each ten metres along it; parts lower than 5 m fall away. */
function formsAlong(
  terrain: Terrain,
  site: Site,
  height: Field,
  isSlope: Uint8Array,
  along: (place: Place) => number,
): Map<number, Form> {
  const bins = new Map<
    number,
    { top: number; foot: number; footAt: number; slope: number; cells: number }
  >();
  for (let at = 0; at < isSlope.length; at += 1) {
    if (isSlope[at] === 0) continue;
    const place = placeOf(height, at);
    const key = binOf(along(place));
    const bin = bins.get(key) ?? {
      top: Number.NEGATIVE_INFINITY,
      foot: Number.POSITIVE_INFINITY,
      footAt: at,
      slope: 0,
      cells: 0,
    };
    bins.set(key, bin);
    const level = height.values[at]!;
    bin.top = Math.max(bin.top, level);
    if (level < bin.foot) {
      bin.foot = level;
      bin.footAt = at;
    }
    bin.slope += sample(terrain.grid, terrain.falls, place.x, place.y);
    bin.cells += 1;
  }
  const forms = new Map<number, Form>();
  for (const [key, { top, foot, footAt, slope, cells }] of bins) {
    const heightMeters = top - foot;
    if (heightMeters < LEAST_HEIGHT_METERS) continue;
    const belowMeters = Math.min(2 * heightMeters, GREATEST_BELOW_METERS);
    const at = placeOf(height, footAt);
    const belowX = at.x + site.downX * BELOW_RUN_METERS;
    const belowY = at.y + site.downY * BELOW_RUN_METERS;
    const fall = foot - heightAt(terrain, belowX, belowY);
    const redMeters = wreckingMeters(
      {
        heightMeters,
        slopeRadians: ((slope / cells) * Math.PI) / 180,
        belowRadians: Math.max(0, Math.min(STEEPEST_BELOW, Math.atan2(fall, BELOW_RUN_METERS))),
      },
      belowMeters - RIM_METERS,
    );
    forms.set(key, { belowMeters, redMeters: Math.max(0, redMeters) });
  }
  return forms;
}

/** A place of the lattice as one number. */
function latticeKey({ x, y }: Place): number {
  return Math.round(y / FIELD_CELL_METERS) * 8192 + Math.round(x / FIELD_CELL_METERS);
}
