/** Where the map looks, in degrees and zoom level. */
export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}
