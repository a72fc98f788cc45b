import type { Position } from '#domain/geo/position';
import type { LocatedPosition } from '#domain/resident/accuracy';

/** A position that is known, however roughly. */
export type KnownPosition = Exclude<LocatedPosition, { readonly accuracy: 'none' }>;

/** @throws RangeError where it is no place on earth, or the radius is negative or not a number */
export function assertKnownPosition({ position, radiusMeters }: KnownPosition): void {
  assertPosition(position);
  assertMeters('radiusMeters', radiusMeters);
}

/** @throws RangeError where it is no place on earth */
export function assertPosition(position: Position): void {
  if (!(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90))
    throw new RangeError(`position: expected [lng, lat] in degrees, got [${position}]`);
}

/** @throws RangeError where they are negative or not a number */
export function assertMeters(name: string, meters: number): void {
  if (!(meters >= 0 && meters < Infinity))
    throw new RangeError(`${name}: expected metres from 0, got ${meters}`);
}
