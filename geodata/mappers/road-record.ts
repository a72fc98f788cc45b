import type { Road, RoadBarrier, TurnRestriction } from '#domain/road/road';

/**
 * What one record of a file of roads becomes: a way is cut into roads at its junctions, a barrier stands
 * at one junction, a rule of turning may hold for several pairs of roads.
 */
export type RoadRecord =
  | { readonly kind: 'way'; readonly id: string; readonly roads: readonly Road[] }
  | { readonly kind: 'barrier'; readonly id: string; readonly barrier: RoadBarrier }
  | {
      readonly kind: 'restriction';
      readonly id: string;
      readonly restrictions: readonly TurnRestriction[];
    };

/** What a road is, whatever its course. */
export type RoadAttributes = Omit<Road, 'id' | 'ends' | 'line' | 'elevationsMeters'>;
