import type { Position } from '#domain/geo/position';
import type { PlanContent } from '#domain/plan/plan';
import type { PlanStage } from '#domain/plan/states';
import type { Accuracy } from '#domain/resident/accuracy';
import type { MapGround, MapZone } from '../map/map-content.ts';

/** All that a sheet about one plan is written from; what the reader may not see is not in it. */
export interface PlanOnPaper {
  readonly municipalityName: string;
  /** Names the plan and nobody (domain: `planAddress`); null where nothing was begun yet. */
  readonly planAddress: string | null;
  readonly person: PersonOnPaper;
  readonly content: PlanContent;
  /** Number of the version of the content. */
  readonly version: number;
  readonly stage: PlanStage;
  readonly surroundings: Surroundings;
  /** YYYY-MM-DD, on which it is printed. */
  readonly printedOn: string;
}

export interface PersonOnPaper {
  readonly name: string;
  readonly nameKana: string | null;
  /** YYYY-MM-DD */
  readonly birthDate: string | null;
  readonly age: number | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly district: string | null;
  /** In words; null = not known. */
  readonly careLevel: string | null;
  readonly position: Position | null;
  readonly accuracy: Accuracy;
  readonly radiusMeters: number | null;
  /** The judgement of the home in a sentence, with the date of its data. */
  readonly hazardSentence: string;
}

/** What is drawn under and around a plan. */
export interface Surroundings {
  readonly zones: readonly MapZone[];
  readonly ground: MapGround;
  /** Dates (YYYY-MM-DD) of the zone data in force; empty = there is none. */
  readonly zonesAsOf: readonly (string | null)[];
  readonly roadsAsOf: readonly (string | null)[];
  readonly credits: readonly string[];
}
