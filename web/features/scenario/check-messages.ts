import type { Scenario } from '#contract/scenario';
import type { Relation } from '#domain/hazard/relation';
import type { ScenarioTally } from '#domain/scenario/tally-scenario';

/** What the worker is asked. */
export interface CheckRequest {
  readonly number: number;
  readonly code: string;
  /** Version of the people: another one makes the worker fetch them anew. */
  readonly token: string;
  readonly geometry: Scenario['geometry'];
  readonly marginMeters: number;
  readonly shelters: readonly {
    readonly id: string;
    readonly position: readonly [number, number];
  }[];
}

export interface ConcernedPerson {
  readonly id: string;
  readonly relation: Relation;
  /** Inside the hypothetical zone and not inside a zone in force. */
  readonly isNew: boolean;
}

export interface CheckResult {
  readonly tally: ScenarioTally;
  /** Everybody who is not outside, gravest first, then by rank. */
  readonly people: readonly ConcernedPerson[];
  readonly shelters: readonly {
    readonly id: string;
    readonly relation: Relation;
    readonly signedDistanceMeters: number | null;
  }[];
  readonly millis: number;
}

export type CheckAnswer =
  | { readonly number: number; readonly ok: true; readonly result: CheckResult }
  | { readonly number: number; readonly ok: false };
