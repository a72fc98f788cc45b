/**
 * Web Mercator (EPSG:3857) as the tile grid uses it, in whole numbers: the world is 2^32 units wide,
 * x from the west and y from the north. One unit is 9 mm at the equator, a tenth of what the deepest
 * tile can show, and a position takes 8 bytes.
 */
export const WORLD_UNITS = 2 ** 32;

/** Beyond it the square map ends. */
const MAX_LATITUDE_DEGREES = 85.051_128_779_806_59;

/** World units from the west edge; longitude in degrees. */
export function worldX(lng: number): number {
  return clampToWorld((lng / 360 + 0.5) * WORLD_UNITS);
}

/** World units from the north edge; latitude in degrees, cut at the ends of the map. */
export function worldY(lat: number): number {
  const latitude = Math.max(-MAX_LATITUDE_DEGREES, Math.min(MAX_LATITUDE_DEGREES, lat));
  const sine = Math.sin((latitude * Math.PI) / 180);
  const north = Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return clampToWorld((0.5 - north) * WORLD_UNITS);
}

/** Longitude in degrees of world units from the west edge. */
export function lngOfWorld(x: number): number {
  return (x / WORLD_UNITS - 0.5) * 360;
}

/** Latitude in degrees of world units from the north edge. */
export function latOfWorld(y: number): number {
  return (Math.atan(Math.sinh((1 - (2 * y) / WORLD_UNITS) * Math.PI)) * 180) / Math.PI;
}

function clampToWorld(units: number): number {
  return Math.max(0, Math.min(WORLD_UNITS - 1, Math.round(units)));
}
