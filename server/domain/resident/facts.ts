import type { Relation } from '#domain/hazard/relation';
import type { Phenomenon } from '#domain/hazard/zone';
import type { Accuracy } from './accuracy.ts';
import type { CareLevel } from './care-level.ts';
import type { Device, Disability } from './disability.ts';

/** 独居 / 高齢者のみ / 家族と同居 / 施設入所. */
export const HOUSEHOLDS = ['alone', 'elderly-only', 'with-family', 'facility'] as const;
export type Household = (typeof HOUSEHOLDS)[number];

/** 情報の取得・判断: none, hard to hear or see announcements, hard to judge them, foreign language only. */
export const COMMUNICATION_NEEDS = ['none', 'perception', 'judgement', 'language'] as const;
export type CommunicationNeed = (typeof COMMUNICATION_NEEDS)[number];

/** State of the individual evacuation plan (個別避難計画). */
export const PLAN_STATES = ['none', 'draft', 'complete'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** A fact with where it comes from. `value: null` means not known, which is never "no". */
export interface Fact<T> {
  readonly value: T | null;
  /** Name of the file or office, e.g. `roster.csv`; null where nothing is known. */
  readonly source: string | null;
  /** YYYY-MM-DD the source stands for. */
  readonly asOf: string | null;
}

/** Everything that ranking may look at, for one resident. Names are the fact names of criteria. */
export interface ResidentFacts {
  readonly residentId: string;
  readonly district: string | null;
  /** Gravest relation to any red zone (designated or before designation). */
  readonly redZone: Fact<Relation>;
  /** Gravest relation to any zone, red or yellow. */
  readonly anyZone: Fact<Relation>;
  /** Phenomena of the zones that the person is inside of or near. */
  readonly phenomena: Fact<readonly Phenomenon[]>;
  readonly positionAccuracy: Fact<Accuracy>;
  readonly age: Fact<number>;
  readonly careLevel: Fact<CareLevel>;
  readonly disabilities: Fact<readonly Disability[]>;
  readonly devices: Fact<readonly Device[]>;
  readonly household: Fact<Household>;
  readonly communication: Fact<CommunicationNeed>;
  readonly supporterCount: Fact<number>;
  readonly plan: Fact<PlanState>;
}
export type FactName = Exclude<keyof ResidentFacts, 'residentId' | 'district'>;
