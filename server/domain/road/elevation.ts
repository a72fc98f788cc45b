import { distanceMeters } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import type { Road } from './road.ts';

const NO_DATA = 2 ** 23;
const WRAP = 2 ** 24;
const METERS_PER_UNIT = 0.01;

/**
 * Metres above sea of a pixel of GSI's elevation tiles (標高タイル, PNG); null where there are no data.
 * Source: GSI, 標高タイルの詳細仕様: x = 2¹⁶R + 2⁸G + B; below 2²³ the height is 0.01·x m, at 2²³ there are
 * no data, above it is 0.01·(x − 2²⁴) m.
 */
export function gsiElevationMeters(red: number, green: number, blue: number): number | null {
  const value = red * 65_536 + green * 256 + blue;
  if (value === NO_DATA) return null;
  return METERS_PER_UNIT * (value < NO_DATA ? value : value - WRAP);
}

/**
 * Value between four neighbours, `u` (0–1) from west to east and `v` from north to south. Where some are
 * unknown the known ones share their weight; null where none is known.
 */
export function bilinear(
  northWest: number | null,
  northEast: number | null,
  southWest: number | null,
  southEast: number | null,
  u: number,
  v: number,
): number | null {
  let sum = 0;
  let weight = 0;
  const add = (value: number | null, share: number) => {
    if (value === null) return;
    sum += value * share;
    weight += share;
  };
  add(northWest, (1 - u) * (1 - v));
  add(northEast, u * (1 - v));
  add(southWest, (1 - u) * v);
  add(southEast, u * v);
  return weight < 1e-9 ? null : sum / weight;
}

/**
 * Metres above sea at each vertex of a road, from those of the ground there. A bridge or tunnel runs
 * straight from end to end, for the ground under or over it is not the road; vertices without a value lie
 * between their neighbours. null where nothing is known.
 */
export function elevationsOfRoad(
  { line, isBridge, isTunnel }: Pick<Road, 'line' | 'isBridge' | 'isTunnel'>,
  ground: readonly (number | null)[],
): number[] | null {
  const known = [...ground.keys()].filter((at) => ground[at] !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return null;
  const anchors = isBridge || isTunnel ? [...new Set([first, last])] : known;
  const along = distancesAlong(line);
  let next = 0;
  return line.map((_, at) => {
    while (next < anchors.length && anchors[next]! < at) next += 1;
    const after = anchors[next] ?? anchors.at(-1)!;
    const before = anchors[Math.max(0, next - (after > at ? 1 : 0))] ?? after;
    const [low, high] = [ground[before]!, ground[after]!];
    const span = along[after]! - along[before]!;
    if (at <= before || span <= 0) return rounded(at >= after ? high : low);
    const share = Math.min(1, (along[at]! - along[before]!) / span);
    return rounded(low + share * (high - low));
  });
}

function distancesAlong(line: readonly Position[]): number[] {
  let meters = 0;
  return line.map((position, at) => {
    if (at > 0) meters += distanceMeters(line[at - 1]!, position);
    return meters;
  });
}

/** To the centimetre, as the tiles have it. */
function rounded(meters: number): number {
  return Math.round(meters * 100) / 100;
}
