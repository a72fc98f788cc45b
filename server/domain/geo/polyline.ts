import { distanceMeters, localScale } from './distance.ts';
import type { Position } from './position.ts';
import { nearestPart } from './segment.ts';

/** The place on a line that is nearest to somewhere. */
export interface NearestOnLine {
  readonly position: Position;
  readonly distanceMeters: number;
  /** Number of the segment it is on, from 0. */
  readonly segment: number;
}

/** Length of a line in metres; 0 for fewer than two positions. */
export function lengthMeters(line: readonly Position[]): number {
  let meters = 0;
  for (let end = 1; end < line.length; end += 1)
    meters += distanceMeters(line[end - 1]!, line[end]!);
  return meters;
}

/**
 * The place on a line that is nearest to a position, the first of several; null for an empty line.
 * Measured in the plane at the position's latitude (see `localScale`).
 */
export function nearestOnLine(line: readonly Position[], position: Position): NearestOnLine | null {
  const [lng, lat] = position;
  const { metersPerDegreeLng, metersPerDegreeLat } = localScale(lat);
  let nearest: NearestOnLine | null = null;
  for (
    let segment = 0;
    segment < Math.max(line.length - 1, Math.min(line.length, 1));
    segment += 1
  ) {
    const [fromLng, fromLat] = line[segment]!;
    const [toLng, toLat] = line[segment + 1] ?? line[segment]!;
    const fromEast = (fromLng - lng) * metersPerDegreeLng;
    const fromNorth = (fromLat - lat) * metersPerDegreeLat;
    const toEast = (toLng - lng) * metersPerDegreeLng;
    const toNorth = (toLat - lat) * metersPerDegreeLat;
    const part = nearestPart(0, 0, fromEast, fromNorth, toEast, toNorth);
    const meters = Math.hypot(
      fromEast + part * (toEast - fromEast),
      fromNorth + part * (toNorth - fromNorth),
    );
    if (nearest === null || meters < nearest.distanceMeters)
      nearest = {
        position: [fromLng + part * (toLng - fromLng), fromLat + part * (toLat - fromLat)],
        distanceMeters: meters,
        segment,
      };
  }
  return nearest;
}
