import type { Placement, ProposalSummary } from '#contract/plan-proposal';
import type { AssignmentQuestion, PersonToPlace } from '#domain/plan/assignment/proposal';
import type { AssignmentWeights } from '#domain/plan/assignment/weights';
import type { TravelBy } from '#domain/plan/travel-profile';
import type { Result } from '#domain/problem';
import type { NearestAnswer } from '#domain/routing/nearest-ways';
import type { ReachedPlaces } from '#domain/routing/reach-places';

/** Somebody to be placed, with where their ways stand among the answers; plain data, as it goes between threads. */
export interface PersonOrder extends Omit<PersonToPlace, 'ways'> {
  readonly travel: TravelBy;
  /** null: the home is not placed. */
  readonly ways: { readonly answer: number; readonly place: number } | null;
  /** Place among those who need a supporter; null: has one, or it is not known. */
  readonly toHelp: number | null;
}

export interface HelperOrder {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly position: [number, number];
  readonly helps: number;
}

export interface AssignOrder {
  readonly people: readonly PersonOrder[];
  readonly destinations: AssignmentQuestion['destinations'];
  readonly unknownCapacity: AssignmentQuestion['unknownCapacity'];
  /** Numbers of destinations in each group that the answers are of. */
  readonly groups: readonly (readonly number[])[];
  readonly answers: readonly NearestAnswer[];
  readonly weights: AssignmentWeights;
  readonly helpers: readonly HelperOrder[];
  readonly reached: ReachedPlaces | null;
  readonly mostHelped: number;
}

/** Milliseconds of each part of the work. */
export interface AssignTimes {
  readonly modelMillis: number;
  readonly solveMillis: number;
}

export interface Assigned {
  /** In the order of the people. */
  readonly placements: readonly Placement[];
  readonly figures: Omit<ProposalSummary['figures'], 'supportersUnknown' | 'inFacilities'>;
  /** Without names. */
  readonly uses: readonly Omit<ProposalSummary['uses'][number], 'name'>[];
  readonly times: AssignTimes;
}

export type AssignMessage = { readonly result: Result<Assigned> };
