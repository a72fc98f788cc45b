import proj4 from 'proj4';
import { PLANE_ZONE_ORIGINS } from '#domain/geo/plane-zones';
import type { Position } from '#domain/geo/position';
import type { Bilingual } from '#geodata/item';

/** How the numbers of a file become places. */
export interface Crs {
  /** For people and for the record: `EPSG:6671`. */
  readonly label: string;
  /** First and second number of a coordinate (easting first) to `[lng, lat]` in degrees. */
  toLngLat(first: number, second: number): Position;
  readonly note: Bilingual | null;
}

const LNG_LAT = '+proj=longlat +ellps=GRS80 +no_defs';

/** JGD2011 longitude and latitude (EPSG:6668), what KSJ files are in. */
export const JGD2011: Crs = geographic('EPSG:6668', null);

/** What OpenStreetMap is in; within decimetres of JGD2011, which is nearer than anybody drew. */
export const WGS84: Crs = geographic('EPSG:4326', null);

const JGD2000_NOTE: Bilingual = {
  ja: '世界測地系(JGD2000)の座標を JGD2011 とみなします。東日本では地震の動きで数 m ずれることがあります',
  en: 'JGD2000 coordinates are taken as JGD2011: in eastern Japan earthquakes moved places by metres',
};

/** Zone 1–19 of the plane rectangular system on JGD2011: EPSG:6669–6687. */
export function planeZoneCrs(zone: number, label = `EPSG:${6668 + zone}`): Crs {
  const origin = PLANE_ZONE_ORIGINS[zone - 1];
  if (origin === undefined)
    throw new RangeError(`planeZone: expected a whole number from 1 to 19, got ${zone}`);
  const [lat, lng] = origin;
  const definition = `+proj=tmerc +lat_0=${lat} +lon_0=${lng} +k=0.9999 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  return projected(label, definition);
}

/** The system that a code or a name of the `crs` member of a GeoJSON means; null where it is unknown. */
export function crsByName(name: string): Crs | null {
  if (/CRS:?84$/i.test(name)) return geographic('OGC:CRS84', null);
  if (/jgd2011\.bl/i.test(name)) return JGD2011;
  const code = Number(/(\d{4,5})$/.exec(name)?.[1]);
  return crsByCode(code);
}

function crsByCode(code: number): Crs | null {
  if (code === 6668) return JGD2011;
  if (code === 4326 || code === 6697) return geographic(`EPSG:${code}`, null);
  if (code === 4612) return geographic('EPSG:4612', JGD2000_NOTE);
  if (code >= 6669 && code <= 6687) return planeZoneCrs(code - 6668);
  if (code >= 2443 && code <= 2461)
    return { ...planeZoneCrs(code - 2442, `EPSG:${code}`), note: JGD2000_NOTE };
  return null;
}

/**
 * The system that the text of a .prj (WKT) means; null where it is none of Japan's present ones. The
 * old Tokyo datum is refused: it is 400 m off, and no formula brings it back to the metre.
 */
export function crsByWkt(wkt: string): Crs | null {
  const isJgd2000 = /JGD[_ ]?2000/i.test(wkt);
  if (!isJgd2000 && !/JGD[_ ]?2011|WGS[_ ]?(?:19)?84/i.test(wkt)) return null;
  const note = isJgd2000 ? JGD2000_NOTE : null;
  if (!/^\s*PROJC/i.test(wkt)) return geographic(isJgd2000 ? 'EPSG:4612' : 'EPSG:6668', note);
  const zone = planeZoneOf(wkt);
  if (zone !== null) {
    const code = (isJgd2000 ? 2442 : 6668) + zone;
    return { ...planeZoneCrs(zone, `EPSG:${code}`), note };
  }
  return { ...projected(/^\s*PROJC\w*\["([^"]+)"/i.exec(wkt)?.[1] ?? 'WKT', wkt), note };
}

function planeZoneOf(wkt: string): number | null {
  const parameter = (name: string): number =>
    Number(new RegExp(`PARAMETER\\["${name}",\\s*([-0-9.eE]+)`, 'i').exec(wkt)?.[1]);
  const lat = parameter('latitude_of_origin');
  const lng = parameter('central_meridian');
  if (!/Transverse_Mercator|Gauss_Kruger/i.test(wkt)) return null;
  if (Math.abs(parameter('scale_factor') - 0.9999) > 1e-9) return null;
  const index = PLANE_ZONE_ORIGINS.findIndex(
    ([originLat, originLng]) =>
      Math.abs(originLat - lat) < 1e-6 && Math.abs(originLng - lng) < 1e-6,
  );
  return index < 0 ? null : index + 1;
}

function geographic(label: string, note: Bilingual | null): Crs {
  return { label, note, toLngLat: (lng, lat) => [lng, lat] };
}

function projected(label: string, definition: string): Crs {
  const converter = proj4(definition, LNG_LAT);
  return {
    label,
    note: null,
    toLngLat: (x, y) => {
      const [lng, lat] = converter.forward([x, y]);
      return [lng ?? Number.NaN, lat ?? Number.NaN];
    },
  };
}
