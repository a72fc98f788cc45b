import type { RoadKind, TravelMode } from '#domain/road/road';

/** What a road has to be for somebody to get through; null where nothing is needed. */
export interface RoadNeeds {
  /** Clear width of the road, not of the vehicle. */
  readonly widthMeters: number | null;
  readonly heightMeters: number | null;
  readonly weightTonnes: number | null;
  /** Steeper than this somebody has to look whether it can be driven; a mere cost is `slopeFactors`. */
  readonly slopePercent: number | null;
  readonly surface: 'any' | 'paved';
  readonly steps: 'passes' | 'unknown' | 'refused';
}

/** How fast a slope is gone, as a part of the speed on the level. */
export interface SlopeFactor {
  /** Up is positive. */
  readonly slopePercent: number;
  readonly factor: number;
}

/** Who goes and how: data that the city edits, never code. */
export interface TravelProfile {
  readonly id: string;
  readonly label: { readonly ja: string; readonly en: string };
  readonly mode: TravelMode;
  /** Metres a second on the level by day; null for a kind of road that is not for this traveller. */
  readonly speeds: Readonly<Record<RoadKind, number | null>>;
  /** By rising slope, in between on a straight line, beyond the last as at the last; empty: no effect. */
  readonly slopeFactors: readonly SlopeFactor[];
  /** The speed at night as a part of that by day. */
  readonly nightFactor: number;
  readonly needs: RoadNeeds;
  /** Whether one-way streets bind this traveller. */
  readonly obeysOneway: boolean;
  /** Pushed or carried: goes nowhere until somebody has come. */
  readonly isMovedByOthers: boolean;
  /** Whether a place that this traveller reaches has access by four-wheeled vehicle (孤立していない). */
  readonly isFourWheeled: boolean;
}
