import { PLANE_ZONE_ORIGINS } from '#domain/geo/plane-zones';
import type { Position } from '#domain/geo/position';

/** Plane rectangular zone (平面直角座標系): its number and its origin in degrees. */
export interface PlaneZone {
  readonly zone: number;
  readonly lat: number;
  readonly lng: number;
}

/**
 * Zone of each prefecture by its code (same notice). Those that lie in several zones (Hokkaido, Tokyo's
 * islands, Kagoshima's, Okinawa) are told apart by position.
 */
const BY_PREFECTURE: Readonly<Record<string, number>> = {
  '02': 10,
  '03': 10,
  '04': 10,
  '05': 10,
  '06': 10,
  '07': 9,
  '08': 9,
  '09': 9,
  '10': 9,
  '11': 9,
  '12': 9,
  '14': 9,
  '15': 8,
  '16': 7,
  '17': 7,
  '18': 6,
  '19': 8,
  '20': 8,
  '21': 7,
  '22': 8,
  '23': 7,
  '24': 6,
  '25': 6,
  '26': 6,
  '27': 6,
  '28': 5,
  '29': 6,
  '30': 6,
  '31': 5,
  '32': 3,
  '33': 5,
  '34': 3,
  '35': 3,
  '36': 4,
  '37': 4,
  '38': 4,
  '39': 4,
  '40': 2,
  '41': 2,
  '42': 1,
  '43': 2,
  '44': 2,
  '45': 2,
};

/** How far from Japan's corners coordinates still make sense, in degrees. */
const JAPAN = { west: 122, south: 20, east: 155, north: 46 };

/**
 * The zone in which a municipality's surveys are: by the prefecture in its code, else by the nearest
 * origin at the position. Null outside Japan.
 */
export function planeZoneAt(code: string, [lng, lat]: Position): PlaneZone | null {
  const isInJapan =
    lng >= JAPAN.west && lng <= JAPAN.east && lat >= JAPAN.south && lat <= JAPAN.north;
  if (!isInJapan) return null;
  const zone = BY_PREFECTURE[code.slice(0, 2)] ?? zoneByPosition(lng, lat);
  const [originLat, originLng] = PLANE_ZONE_ORIGINS[zone - 1] ?? [0, 0];
  return { zone, lat: originLat, lng: originLng };
}

function zoneByPosition(lng: number, lat: number): number {
  // The southern islands: XIV–XIX.
  if (lat < 28 && lng > 138) return lng > 143 ? 19 : lat < 22.5 && lng < 140.5 ? 18 : 14;
  if (lat < 22 && lng > 133) return 18;
  if (lat < 27.1) return lng < 126 ? 16 : lng > 130 ? 17 : 15;
  if (lat > 41.3) return lng < 141 + 20 / 60 ? 11 : lng < 143 ? 12 : 13;
  if (lat > 38 && lng > 139.4) return 10;
  // The main islands: the nearest central meridian of those whose origin is at 33 or 36 degrees.
  const candidates = lat < 34.2 && lng < 134.5 ? [1, 2, 4] : [3, 5, 6, 7, 8, 9];
  return candidates.reduce((best, zone) =>
    Math.abs((PLANE_ZONE_ORIGINS[zone - 1]?.[1] ?? 0) - lng) <
    Math.abs((PLANE_ZONE_ORIGINS[best - 1]?.[1] ?? 0) - lng)
      ? zone
      : best,
  );
}

const ROMAN = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
];

export const romanZone = ({ zone }: PlaneZone): string => ROMAN[zone - 1] ?? String(zone);

/** EPSG code of the zone on JGD2011. */
export const epsgCode = ({ zone }: PlaneZone): number => 6668 + zone;
