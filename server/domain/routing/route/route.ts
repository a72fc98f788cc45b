import type { Position } from '#domain/geo/position';
import type { ZoneClass } from '#domain/hazard/zone';
import type { RoadKind } from '#domain/road/road';
import type { ExposureMeters } from '../exposure/measure-exposure.ts';
import type { PassageReason } from '../profiles/reasons.ts';

/** A way that was found, with all that is told about it. Never "safe": metres, and what is unknown. */
export interface Route {
  /** Along the roads, from the place where the first road is met to where the last one is left. */
  readonly line: readonly Position[];
  readonly lengthMeters: number;
  /** Time on the roads by the profile, without weights of the policy and without the walks. */
  readonly durationSeconds: number;
  /** From door to door: on the roads and on the walks to and from them. */
  readonly exposure: ExposureMeters;
  /** The narrowest of the roads whose width is known, by its lower end; null where none is. */
  readonly narrowest: NarrowestWidth | null;
  /** Metres of road of which nothing is known about the width. */
  readonly widthUnknownMeters: number;
  /** In percent, up positive in the direction of travel; null where no terrain is known. */
  readonly steepestPercent: number | null;
  readonly steps: StepTally;
  /** Stretches that somebody has to look at first: 現地確認が必要. */
  readonly unknown: readonly UnknownStretch[];
  readonly walkToRoad: Walk;
  readonly walkFromRoad: Walk;
  readonly legs: readonly RouteLeg[];
  readonly profile: readonly ProfilePoint[];
  /** The roads in the order they are gone, by their ids. */
  readonly roadIds: readonly string[];
}

export interface NarrowestWidth {
  readonly roadId: string;
  readonly leastMeters: number;
  /** Null for a class without an upper end. */
  readonly mostMeters: number | null;
}

export interface StepTally {
  /** Stretches with steps. */
  readonly flights: number;
  /** Steps of those that were counted. */
  readonly countedSteps: number;
  readonly uncountedFlights: number;
}

export interface UnknownStretch {
  readonly roadId: string;
  readonly name: string | null;
  readonly fromMeters: number;
  readonly lengthMeters: number;
  readonly reasons: readonly PassageReason[];
}

/** Straight, between a place and its road. */
export interface Walk {
  readonly line: readonly [Position, Position];
  readonly lengthMeters: number;
  /** By the walking speed of the profile, of an elderly person for vehicles. */
  readonly durationSeconds: number;
  readonly exposure: ExposureMeters;
}

export const TURNS = [
  'start',
  'straight',
  'slight-left',
  'left',
  'sharp-left',
  'slight-right',
  'right',
  'sharp-right',
  'back',
] as const;
export type Turn = (typeof TURNS)[number];

/** Roads of one name and kind, gone one after the other. */
export interface RouteLeg {
  readonly turn: Turn;
  readonly name: string | null;
  readonly kind: RoadKind;
  /** Where along the route it begins. */
  readonly fromMeters: number;
  readonly lengthMeters: number;
  readonly durationSeconds: number;
}

/** The route at one of its places; values hold from here to the next point. */
export interface ProfilePoint {
  readonly alongMeters: number;
  readonly position: Position;
  readonly elevationMeters: number | null;
  /** In percent, up positive; null where no terrain is known, and at the last point. */
  readonly slopePercent: number | null;
  /** The gravest class of zone; null outside of all, which is 「区域外」 and no promise. */
  readonly zoneClass: ZoneClass | null;
}
