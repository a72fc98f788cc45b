import type { Position } from '#domain/geo/position';
import type { Phenomenon } from '#domain/hazard/zone';
import type { OverriddenRoad } from '#domain/road/override';

/** Closures as they are kept: each road with where it lies, so that it is found after its id has gone. */
export interface KeptClosures {
  readonly roads: readonly KeptRoad[];
  readonly phenomena: readonly Phenomenon[];
  readonly area: readonly Position[] | null;
}

export interface KeptRoad extends OverriddenRoad {
  /** As it was called then. */
  readonly name: string | null;
}
