import { ROAD_KINDS, type RoadKind, TRAVEL_MODES } from '#domain/road/road';
import { ACCESSES, ROAD_FLAGS, type RoadTable } from '../graph/road-table.ts';
import type { TravelProfile } from './profile.ts';
import { bitOf } from './reasons.ts';

/**
 * What a road is at least as wide as where no width is known, by its kind: cars are driven on all down to
 * the track, the smallest 1.48 m wide (軽自動車, 道路運送車両法施行規則); trunk roads have two lanes.
 */
const LEAST_WIDTH_METERS: Readonly<Partial<Record<RoadKind, number>>> = {
  motorway: 5.5,
  trunk: 5.5,
  primary: 1.5,
  secondary: 1.5,
  tertiary: 1.5,
  street: 1.5,
  service: 1.5,
  track: 1.5,
};

/** The narrowest lane of a road of two lanes and more. Source: 道路構造令 第5条第4項. */
const LANE_METERS = 2.75;

/** Bridges built before 1993 were designed for 14 or 20 t. Source: 橋、高架の道路等の技術基準 (TL-14, TL-20). */
const BRIDGE_TONNES = 14;

/** Kinds that may be unpaved where the source does not say. */
const DOUBTFUL_SURFACES: ReadonlySet<RoadKind> = new Set(['track', 'footway', 'path', 'cycleway']);

/**
 * Whether somebody gets through a road, as bits of PASSAGE_REASONS: 0 where they do. A range of widths
 * (a class of GSI's) that the need lies within is unknown, never passed; its upper end is not part of it.
 */
export function assessRoad(table: RoadTable, road: number, profile: TravelProfile): number {
  return (
    assessKind(table, road, profile) |
    assessWidth(table, road, profile) |
    assessLimits(table, road, profile) |
    assessGround(table, road, profile)
  );
}

function assessKind(table: RoadTable, road: number, { mode, speeds }: TravelProfile): number {
  const code = (table.accessCodes[road]! >> (2 * TRAVEL_MODES.indexOf(mode))) & 3;
  const access = ACCESSES[code]!;
  if (access === 'no') return bitOf('access');
  if (speeds[kindOf(table, road)] !== null) return 0;
  return access === 'yes' ? bitOf('unusual') : bitOf('kind');
}

function assessWidth(table: RoadTable, road: number, { needs }: TravelProfile): number {
  const need = needs.widthMeters;
  if (need === null) return 0;
  const least = table.leastWidthsMeters[road]!;
  if (!Number.isNaN(least)) {
    if (least >= need) return 0;
    return table.mostWidthsMeters[road]! <= need ? bitOf('narrow') : bitOf('width-class');
  }
  const lanes = table.laneCounts[road]!;
  const assumed = Math.max(
    LEAST_WIDTH_METERS[kindOf(table, road)] ?? 0,
    lanes >= 2 ? lanes * LANE_METERS : 0,
  );
  return assumed >= need ? 0 : bitOf('width-unknown');
}

function assessLimits(table: RoadTable, road: number, { needs }: TravelProfile): number {
  const maxWeight = table.maxWeightsTonnes[road]!;
  const weight = needs.weightTonnes ?? 0;
  const isBridge = (table.flags[road]! & ROAD_FLAGS.bridge) !== 0;
  return (
    (table.maxHeightsMeters[road]! < (needs.heightMeters ?? 0) ? bitOf('low') : 0) |
    (maxWeight < weight ? bitOf('weak') : 0) |
    (isBridge && Number.isNaN(maxWeight) && weight > BRIDGE_TONNES
      ? bitOf('bridge-load-unknown')
      : 0)
  );
}

function assessGround(table: RoadTable, road: number, { needs }: TravelProfile): number {
  const kind = kindOf(table, road);
  const flags = table.flags[road]!;
  let bits = 0;
  if (needs.surface === 'paved' && (flags & ROAD_FLAGS.unpaved) !== 0) bits |= bitOf('unpaved');
  const isDoubtful = (flags & ROAD_FLAGS.surfaceUnknown) !== 0 && DOUBTFUL_SURFACES.has(kind);
  if (needs.surface === 'paved' && isDoubtful) bits |= bitOf('surface-unknown');
  const hasSteps = kind === 'steps' || table.stepCounts[road] !== 0;
  if (hasSteps && needs.steps === 'refused') bits |= bitOf('steps');
  if (hasSteps && needs.steps === 'unknown') bits |= bitOf('steps-to-manage');
  const steepest = Math.abs(table.steepestPercents[road]!);
  if (steepest > (needs.slopePercent ?? Infinity)) bits |= bitOf('steep');
  return bits;
}

function kindOf(table: RoadTable, road: number): RoadKind {
  return ROAD_KINDS[table.kindCodes[road]!]!;
}
