import type { Position } from '#domain/geo/position';

/** What kind of way it is, from the widest to those on foot alone. */
export const ROAD_KINDS = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'street',
  'service',
  'track',
  'cycleway',
  'footway',
  'path',
  'steps',
] as const;
export type RoadKind = (typeof ROAD_KINDS)[number];

/**
 * How wide a road is, 幅員. A class of GSI's centre lines is a range; where a need lies within the range
 * nobody knows whether the road is wide enough. null: nothing is known.
 */
export interface RoadWidth {
  readonly leastMeters: number;
  /** The same as the least where it was measured; null for a class without an upper end. */
  readonly mostMeters: number | null;
  readonly from: 'osm-width' | 'gsi-class' | 'gsi-centimetres' | 'survey' | 'demo';
  /** The second source where the range rests on two: on both together, or on their contradiction. */
  readonly alsoFrom?: RoadWidth['from'];
}

/** `destination`: only to get to what lies on it. `unknown`: nothing is said, and the kind decides. */
export type Access = 'yes' | 'no' | 'destination' | 'unknown';

/** Who goes: each has its own rule of access. */
export const TRAVEL_MODES = ['foot', 'wheelchair', 'car', 'emergency'] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/** A stretch of road between two junctions; no other road begins or ends within it. */
export interface Road {
  /** Unique in its dataset and the same when the same file is read again: `way/123/0`. */
  readonly id: string;
  /** Names of the junctions at its ends, as the source has them: `node/17`. Both may be the same one. */
  readonly ends: readonly [from: string, to: string];
  /** `[lng, lat]` in degrees from the first end to the second, two positions at least. */
  readonly line: readonly Position[];
  /** Metres above sea at each position of the line; null where no terrain is known. */
  readonly elevationsMeters: readonly number[] | null;
  readonly kind: RoadKind;
  readonly name: string | null;
  readonly width: RoadWidth | null;
  readonly lanes: number | null;
  readonly surface: 'paved' | 'unpaved' | 'unknown';
  readonly isBridge: boolean;
  readonly isTunnel: boolean;
  /** Number of steps; 0 where there are none, null where there are steps and nobody counted them. */
  readonly stepCount: number | null;
  /** Which way vehicles may go, as the line runs. People on foot go both ways. */
  readonly oneway: 'both' | 'forward' | 'backward';
  readonly access: Readonly<Record<TravelMode, Access>>;
  readonly maxHeightMeters: number | null;
  readonly maxWeightTonnes: number | null;
}

/** A barrier at a junction (bollard, gate, stile): who does not get past it. */
export interface RoadBarrier {
  readonly junction: string;
  readonly kind: string;
  readonly access: Readonly<Record<TravelMode, Access>>;
}

/** A turn that vehicles must not (`no`) or alone may (`only`) make at a junction. */
export interface TurnRestriction {
  readonly kind: 'no' | 'only';
  readonly fromRoad: string;
  readonly junction: string;
  readonly toRoad: string;
  /** Modes that it does not hold for (OSM `except`). */
  readonly except: readonly TravelMode[];
}

/** The roads of one dataset. */
export interface RoadNetwork {
  readonly roads: readonly Road[];
  readonly barriers: readonly RoadBarrier[];
  readonly restrictions: readonly TurnRestriction[];
}
