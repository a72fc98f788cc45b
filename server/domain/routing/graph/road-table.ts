import type { TravelMode } from '#domain/road/road';
import type { PackedTexts } from '#domain/text/packed-texts';

/**
 * The roads of a dataset in flat arrays, for a worker to hold and to share (see `shareArrays`). A road and
 * a junction go by their numbers: roads as they came, junctions along a Hilbert curve, so that what is
 * near on the ground is near in memory.
 */
export interface RoadTable {
  readonly roadCount: number;
  readonly roadIds: PackedTexts;
  /** Place in `names`; -1 where the road has none. */
  readonly nameCodes: Int32Array;
  readonly names: readonly string[];
  /** Place in ROAD_KINDS. */
  readonly kindCodes: Uint8Array;
  /** Junctions at the start and the end of the line. */
  readonly fromJunctions: Uint32Array;
  readonly toJunctions: Uint32Array;
  /** Vertices of road r: firstVertices[r] … firstVertices[r + 1] - 1. */
  readonly firstVertices: Uint32Array;
  /** coordinates[2v …]: lng, lat in degrees. */
  readonly coordinates: Float64Array;
  /** Metres above sea at each vertex; NaN where no terrain is known. */
  readonly elevationsMeters: Float32Array;
  readonly lengthsMeters: Float64Array;
  /** The steepest slope in percent, up positive as the line runs; NaN where no terrain is known. */
  readonly steepestPercents: Float32Array;
  /** NaN where nothing is known of the width; most: Infinity for a class without an upper end. */
  readonly leastWidthsMeters: Float64Array;
  readonly mostWidthsMeters: Float64Array;
  /** 0 where nobody counted them. */
  readonly laneCounts: Uint8Array;
  /** NaN where no limit is known. */
  readonly maxHeightsMeters: Float32Array;
  readonly maxWeightsTonnes: Float32Array;
  /** Number of steps; -1 where there are steps and nobody counted them. */
  readonly stepCounts: Int32Array;
  /** Bits of ROAD_FLAGS. */
  readonly flags: Uint8Array;
  /** Two bits a mode, in the order of TRAVEL_MODES: the place of its access in ACCESSES. */
  readonly accessCodes: Uint8Array;
  readonly junctionCount: number;
  readonly junctionIds: PackedTexts;
  /** junctionPositions[2j …]: lng, lat in degrees. */
  readonly junctionPositions: Float64Array;
  readonly barriers: readonly TableBarrier[];
  readonly turns: readonly TableTurn[];
  /** What of the dataset could not be used, and why. */
  readonly remarks: readonly RoadRemark[];
}

export const ACCESSES = ['yes', 'no', 'destination', 'unknown'] as const;

export const ROAD_FLAGS = {
  unpaved: 1,
  surfaceUnknown: 2,
  bridge: 4,
  tunnel: 8,
  /** Vehicles may not go as the line runs, and may not go against it. */
  noForward: 16,
  noBackward: 32,
} as const;

/** A barrier in the numbers of the table: the modes that do not get past it. */
export interface TableBarrier {
  readonly junction: number;
  readonly blocked: readonly TravelMode[];
}

/** A turn restriction in the numbers of the table. */
export interface TableTurn {
  readonly kind: 'no' | 'only';
  readonly fromRoad: number;
  readonly junction: number;
  readonly toRoad: number;
  readonly except: readonly TravelMode[];
}

/** Something in a dataset that was left out, by the id that it goes by there. */
export interface RoadRemark {
  readonly code:
    | 'duplicate-road'
    | 'road-without-length'
    | 'restriction-of-unknown-road'
    | 'barrier-at-unknown-junction';
  readonly id: string;
}
