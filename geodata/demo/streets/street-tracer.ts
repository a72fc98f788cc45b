import type { Place } from '../frame.ts';
import { cellAt, sample } from '../ground/grid.ts';
import type { Terrain } from '../ground/terrain.ts';
import type { Random } from '../random.ts';
import type { DirectionField } from './direction-field.ts';
import { type RoadClass, widthOf } from './road-classes.ts';
import type { RoadGround } from './road-costs.ts';
import { lengthOf, type RoadLine } from './road-line.ts';
import { StreetPoints } from './street-points.ts';

const STEP_METERS = 15.5;
const LEAST_LENGTH_METERS = 45;
const STEEPEST_DEGREES = 19;
/** A river, which only some streets cross. */
const RIVER_CATCHMENT = 8e5;
const LEAST_URBANITY = 0.1;

interface Seed extends Place {
  readonly angle: number;
}

export interface StreetGround {
  readonly terrain: Terrain;
  readonly ground: RoadGround;
  readonly urbanity: Float32Array;
  readonly direction: DirectionField;
}

/**
 * Streets of the towns: lines along the direction field and across it, evenly spaced and the closer
 * the more built-up the place is (as Jobard & Lefer 1997 place stream lines), grown outward from the
 * great roads.
 */
export function traceStreets(
  on: StreetGround,
  trunks: readonly RoadLine[],
  random: Random,
): RoadLine[] {
  const points = new StreetPoints();
  const seeds: Seed[] = [];
  const urbanityAt = (x: number, y: number) => sample(on.ground.grid, on.urbanity, x, y);
  for (const { points: line } of trunks) {
    for (let i = 1; i < line.length; i += 1) {
      const [a, b] = [line[i - 1]!, line[i]!];
      const angle = Math.atan2(b.y - a.y, b.x - a.x);
      points.add(b.x, b.y, angle);
      points.add((a.x + b.x) / 2, (a.y + b.y) / 2, angle);
      if (i % 3 === 0) seeds.push({ ...b, angle: angle + Math.PI / 2 });
    }
  }
  seeds.sort((a, b) => urbanityAt(b.x, b.y) - urbanityAt(a.x, a.y));

  const streets: RoadLine[] = [];
  for (let next = 0; next < seeds.length; next += 1) {
    const seed = seeds[next]!;
    const urbanity = urbanityAt(seed.x, seed.y);
    if (urbanity < LEAST_URBANITY) continue;
    if (points.hasParallel(seed.x, seed.y, seed.angle, 0.75 * spacingAt(urbanity))) continue;
    const line = [
      ...trace(on, points, seed, seed.angle + Math.PI, random).reverse(),
      { x: seed.x, y: seed.y },
      ...trace(on, points, seed, seed.angle, random),
    ];
    if (lengthOf(line) < LEAST_LENGTH_METERS) continue;
    const roadClass = classOf(urbanity, lengthOf(line), random);
    streets.push({
      roadClass,
      widthCentimeters: widthOf(roadClass, random),
      name: null,
      points: line,
    });
    sow(line, points, seeds, urbanityAt);
  }
  return streets;
}

/** Metres between parallel streets: 46 in the middle of the city to 100 in a village. */
function spacingAt(urbanity: number): number {
  return 100 - 54 * Math.min(1, urbanity * 1.15);
}

function classOf(urbanity: number, lengthMeters: number, random: Random): RoadClass {
  if (urbanity > 0.45 && lengthMeters > 700 && random.chance(0.5)) return 'main';
  const lane = lengthMeters < 160 ? 0.5 : 0.22;
  return random.chance(lane + (urbanity < 0.35 ? 0.25 : 0)) ? 'lane' : 'street';
}

/** Registers a street's points and offers places for its neighbours and for the streets across it. */
function sow(
  line: readonly Place[],
  points: StreetPoints,
  seeds: Seed[],
  urbanityAt: (x: number, y: number) => number,
): void {
  let walked = 0;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    points.add(b.x, b.y, angle);
    if (i === 1) points.add(a.x, a.y, angle);
    walked += Math.hypot(b.x - a.x, b.y - a.y);
    const spacing = spacingAt(urbanityAt(b.x, b.y));
    if (walked < 0.5 * spacing) continue;
    walked = 0;
    seeds.push({ x: b.x, y: b.y, angle: angle + Math.PI / 2 });
    for (const side of [-1, 1])
      seeds.push({
        x: b.x - side * spacing * Math.sin(angle),
        y: b.y + side * spacing * Math.cos(angle),
        angle,
      });
  }
}

/** Points of a street from a seed on, along the cross field's arm nearest to its course. */
function trace(
  { terrain, ground, urbanity, direction }: StreetGround,
  points: StreetPoints,
  seed: Seed,
  start: number,
  random: Random,
): Place[] {
  const line: Place[] = [];
  let { x, y } = seed;
  let course = start;
  let isOnWater = false;
  for (let step = 0; step < 160; step += 1) {
    course = nearestArm(direction(x, y), course);
    x += STEP_METERS * Math.cos(course);
    y += STEP_METERS * Math.sin(course);
    const cell = cellAt(terrain.grid, x, y);
    const here = sample(ground.grid, urbanity, x, y);
    if (here < LEAST_URBANITY || terrain.heights[cell]! < 0.8) break;
    if (terrain.slopes[cell]! > STEEPEST_DEGREES) break;
    const isWater = terrain.drainage.catchment[cell]! >= RIVER_CATCHMENT;
    if (isWater && !isOnWater && !random.chance(0.3 * here)) break;
    isOnWater = isWater;
    // Across its wider sister a street ends; the end is joined to what is near when the net is made.
    if (points.hasParallel(x, y, course, 0.5 * spacingAt(here))) break;
    line.push({ x, y });
  }
  return line;
}

/** Of the four arms of a cross the one nearest to a course. */
function nearestArm(angle: number, course: number): number {
  const quarter = Math.PI / 2;
  return angle + Math.round((course - angle) / quarter) * quarter;
}
