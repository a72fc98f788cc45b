import type { Position } from '#domain/geo/position';

/** Metres per degree of latitude on a sphere of 6,371 km. */
const METERS_PER_DEGREE = 111_195;
/** About a centimetre. */
const DECIMALS = 7;

/** A place so many metres to the east and north, on 7 decimals. */
export function shiftPosition(
  [lng, lat]: Position,
  eastMeters: number,
  northMeters: number,
): Position {
  const perDegreeEast = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return rounded([lng + eastMeters / perDegreeEast, lat + northMeters / METERS_PER_DEGREE]);
}

export function rounded([lng, lat]: Position): Position {
  return [Number(lng.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
}
