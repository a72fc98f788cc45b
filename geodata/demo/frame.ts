import type { Position } from '#domain/geo/position';

/** A place on the city's plane: metres east and north of its south-west corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** South-west corner of the map: in the open Pacific, where no home is. */
const CORNER = { longitude: 135.074, latitude: 31.31 };
const MIDDLE_LATITUDE = 31.4;

/** Metres of a degree on the GRS 80 ellipsoid (JGD2011) at the middle of the map. */
const METERS = metersPerDegree(MIDDLE_LATITUDE);

/** `[lng, lat]` of a place in metres, to 1e-7 degree (about 1 cm). The plane is true within 0.2 %. */
export function toPosition(x: number, y: number): Position {
  return [
    roundTo7(CORNER.longitude + x / METERS.longitude),
    roundTo7(CORNER.latitude + y / METERS.latitude),
  ];
}

/** The place in metres of a `[lng, lat]`. */
export function toPlace([longitude, latitude]: Position): Place {
  return {
    x: (longitude - CORNER.longitude) * METERS.longitude,
    y: (latitude - CORNER.latitude) * METERS.latitude,
  };
}

function metersPerDegree(latitude: number): { longitude: number; latitude: number } {
  const semiMajor = 6_378_137;
  const flattening = 1 / 298.257222101;
  const eccentricity2 = flattening * (2 - flattening);
  const phi = (latitude * Math.PI) / 180;
  const w = Math.sqrt(1 - eccentricity2 * Math.sin(phi) ** 2);
  return {
    longitude: ((Math.PI / 180) * semiMajor * Math.cos(phi)) / w,
    latitude: ((Math.PI / 180) * semiMajor * (1 - eccentricity2)) / w ** 3,
  };
}

function roundTo7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
