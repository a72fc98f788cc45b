import proj4 from 'proj4';
import type { Position } from '#domain/geo/position';
import type { PlaneZone } from './plane-zone.ts';

/** X to the north and Y to the east of the zone's origin, in metres, as Japanese surveyors name them. */
export interface PlaneCoordinates {
  readonly xMeters: number;
  readonly yMeters: number;
}

/** JGD2011 degrees to the plane of a zone (transverse Mercator, scale 0.9999, GRS80). */
export function toPlane([lng, lat]: Position, zone: PlaneZone): PlaneCoordinates {
  const definition = `+proj=tmerc +lat_0=${zone.lat} +lon_0=${zone.lng} +k=0.9999 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  const [yMeters = 0, xMeters = 0] = proj4(
    '+proj=longlat +ellps=GRS80 +no_defs',
    definition,
  ).forward([lng, lat]);
  return { xMeters, yMeters };
}
