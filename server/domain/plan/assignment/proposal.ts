import type { GroupFacts } from '../accepted-groups.ts';
import type { DestinationReason } from '../destination-reasons.ts';
import type { DestinationFacts } from '../destinations.ts';

/** A way to one destination, as far as all ways at once are found. */
export interface ProposedWay {
  /** Number of the destination in the question. */
  readonly destination: number;
  readonly redMeters: number;
  /** With the walks to and from the road. */
  readonly seconds: number;
  /** With what the router's policy adds for yellow zones and roads to be looked at. */
  readonly weighedSeconds: number;
}

export interface PersonToPlace {
  readonly id: string;
  readonly facts: GroupFacts;
  /** Chosen by hand: stays, whatever speaks against it. A number of the question, or a place of its own. */
  readonly fixed: { readonly destination: number | null } | null;
  /** Nearest first; or why there are none. */
  readonly ways: readonly ProposedWay[] | 'no-position' | 'off-roads';
}

export const UNPLACED_CODES = [
  'no-position',
  'off-roads',
  'no-way',
  'none-suitable',
  'all-full',
] as const;
export type UnplacedCode = (typeof UNPLACED_CODES)[number];

/** Another destination of the same person: what it would cost more or less, in seconds of the weights. */
export interface OtherChoice {
  readonly destination: number;
  readonly redMeters: number;
  readonly seconds: number;
  readonly moreCost: number;
}

export interface PlacedPerson {
  readonly id: string;
  /** null: by hand to a place that is no shelter of the list, or not placed. */
  readonly destination: number | null;
  readonly isFixed: boolean;
  /** null where nobody is placed, or the way of a choice by hand was not among those found. */
  readonly way: ProposedWay | null;
  readonly reasons: readonly DestinationReason[];
  /** Would be better for this person alone, and went to others; best first. */
  readonly givenToOthers: readonly OtherChoice[];
  /** The best of those that are worse. */
  readonly nextBest: OtherChoice | null;
  readonly unplaced: UnplacedCode | null;
}

export interface AssignmentQuestion {
  /** In the order of their ids: the answer is the same whoever is told of first. */
  readonly people: readonly PersonToPlace[];
  readonly destinations: readonly DestinationFacts[];
  /** Whether shelters whose capacity is not known take any number, or nobody. */
  readonly unknownCapacity: 'not-limited' | 'left-out';
}

export interface DestinationUse {
  readonly destination: number;
  /** null = not known. */
  readonly capacity: number | null;
  /** By other plans. */
  readonly planned: number;
  readonly placed: number;
  /** By hand beyond the capacity. */
  readonly over: number;
}

export interface ProposalFigures {
  readonly people: number;
  readonly placed: number;
  readonly fixed: number;
  readonly unplaced: Readonly<Record<UnplacedCode, number>>;
  readonly redMeters: number;
  /** Whose way leads through red. */
  readonly peopleInRed: number;
  /** Of those whose way is known; null where there is none. */
  readonly farthestSeconds: number | null;
  readonly meanSeconds: number | null;
  /** Ways that were not measured: by hand to elsewhere. */
  readonly waysUnknown: number;
  /** Placed where the capacity is known, and how much there is of it. */
  readonly capacityUsed: number;
  readonly capacityKnown: number;
  readonly placedAtUnknownCapacity: number;
}

export interface AssignmentProposal {
  readonly people: readonly PlacedPerson[];
  readonly uses: readonly DestinationUse[];
  readonly figures: ProposalFigures;
  /** Sum of the weights, of those who are placed and not fixed. */
  readonly cost: number;
}
