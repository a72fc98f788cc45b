import Flatbush from 'flatbush';
import type { Position } from '#domain/geo/position';
import { DEFAULT_RADIUS_METERS } from '#domain/resident/accuracy';
import { approximateMeters } from './distance.ts';
import { type City, type Town, townCenter } from './town-index.ts';

const NEIGHBOUR = 3;
const SMALLEST_METERS = 200;
const LARGEST_METERS = 5000;
/** Beyond its farthest known part a town goes on by about this much. */
const PART_MARGIN = 1.3;

export interface PlacedTown {
  readonly center: Position;
  readonly radiusMeters: number;
}

/**
 * Place and radius of each town. A gazetteer gives one point and not the extent, so the radius is
 * the way to the third nearest town, which follows the density of the place, held between 200 and
 * 5,000 m; where blocks, 小字 or 丁目 of the same name are known it reaches beyond them. Without three
 * neighbours the default stands in.
 *
 * Measured on Hatsukaichi's shelters (addresses and places by GSI, 200 town points): half the way to
 * the third town, at most 1,500 m, holds 135 of 202 true places, this holds 201. A circle that does
 * not hold the home would call people "outside" who may not be.
 */
export function placeTowns(cities: readonly City[]): Map<Town, PlacedTown> {
  const towns: { town: Town; center: Position; reachMeters: number }[] = [];
  for (const town of cities.flatMap((city) => [...city.towns.values()])) {
    const at = townCenter(town);
    if (at !== null) towns.push({ town, ...at });
  }
  const placed = new Map<Town, PlacedTown>();
  if (towns.length === 0) return placed;

  const scale = Math.cos((towns[0]!.center[1] * Math.PI) / 180);
  const index = new Flatbush(towns.length);
  for (const { center } of towns) index.add(center[0] * scale, center[1]);
  index.finish();
  for (const { town, center, reachMeters } of towns) {
    const isOther = (i: number) => !isSameTown(towns[i]!.town, town);
    const nearest = index.neighbors(
      center[0] * scale,
      center[1],
      NEIGHBOUR,
      Number.POSITIVE_INFINITY,
      isOther,
    );
    const third = nearest[NEIGHBOUR - 1];
    const spacing =
      third === undefined
        ? DEFAULT_RADIUS_METERS.town
        : clamp(approximateMeters(center, towns[third]!.center));
    placed.set(town, {
      center,
      radiusMeters: Math.ceil(Math.max(spacing, reachMeters, reachOfParts(town, center))),
    });
  }
  return placed;
}

/**
 * Metres to beyond the farthest block, 小字 or 丁目 that belongs to the town: 大野 is what the 小字 and
 * 丁目 of that name left over, and lies around them.
 */
function reachOfParts(town: Town, center: Position): number {
  const parts = [...town.koaza, ...(town.city.chomes.get(town.key)?.values() ?? [])];
  const blocks = farthestMeters(center, [...town.blocks.values()].flat());
  const others =
    farthestMeters(
      center,
      parts.flatMap(({ points }) => points),
    ) * PART_MARGIN;
  return Math.max(blocks === 0 ? 0 : blocks + DEFAULT_RADIUS_METERS.block, others);
}

function farthestMeters(center: Position, points: readonly Position[]): number {
  return points.reduce(
    (farthest, point) => Math.max(farthest, approximateMeters(center, point)),
    0,
  );
}

/** A 小字 and its 大字 are one place here: they would make each other small. */
function isSameTown(a: Town, b: Town): boolean {
  return a === b || (a.city === b.city && (a.parentKey === b.key || b.parentKey === a.key));
}

function clamp(meters: number): number {
  return Math.min(LARGEST_METERS, Math.max(SMALLEST_METERS, meters));
}
