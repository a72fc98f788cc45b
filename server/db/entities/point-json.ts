/** A point as TypeORM reads and writes it. */
export interface PointJson {
  type: 'Point';
  coordinates: readonly [lng: number, lat: number];
}
