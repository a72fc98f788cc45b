import type { Position } from '#domain/geo/position';

/** A place on a road. */
export interface RoadPlace {
  readonly road: number;
  /** Metres from the start of the road's line. */
  readonly alongMeters: number;
  readonly position: Position;
  /** Metres on foot between the road and where somebody is or goes. */
  readonly walkMeters: number;
}
