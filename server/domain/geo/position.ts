/** A place as `[lng, lat]` in degrees (JGD2011, EPSG:6668; treated as WGS 84: they agree within centimetres). */
export type Position = readonly [lng: number, lat: number];

/** A closed ring: the first position is repeated at the end. */
export type Ring = readonly Position[];

/** An outer ring, then its holes. Winding is not relied upon. */
export type PolygonCoordinates = readonly Ring[];

/** `[west, south, east, north]` in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** The areal geometry that every zone, district and boundary is stored as (GeoJSON, RFC 7946). */
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly PolygonCoordinates[];
}
