import type { Position } from '#domain/geo/position';

/** How a position came to be known: building, block (街区), town (町丁目・大字), set by hand, or not at all. */
export const ACCURACIES = ['building', 'manual', 'block', 'town', 'none'] as const;
export type Accuracy = (typeof ACCURACIES)[number];

/** A position with how far it may be off. `none` has no position. */
export type LocatedPosition =
  | {
      readonly accuracy: Exclude<Accuracy, 'none'>;
      readonly position: Position;
      readonly radiusMeters: number;
    }
  | { readonly accuracy: 'none'; readonly position: null; readonly radiusMeters: null };

/**
 * Radius in metres that stands for an accuracy where the source gives none of its own. Block and town
 * follow the size of a Japanese block (about 100 m across) and of an urban town (about 1 km across).
 */
export const DEFAULT_RADIUS_METERS: Readonly<Record<Exclude<Accuracy, 'none'>, number>> = {
  building: 10,
  manual: 5,
  block: 60,
  town: 500,
};

export const NO_POSITION: LocatedPosition = {
  accuracy: 'none',
  position: null,
  radiusMeters: null,
};
