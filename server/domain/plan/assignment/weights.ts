import type { DestinationReason } from '../destination-reasons.ts';

/**
 * What a placement costs, in seconds of way that somebody would rather go: an argument, so that a city
 * decides it. Costs add up over everybody, which an order of criteria cannot.
 */
export interface AssignmentWeights {
  readonly secondsPerRedMeter: number;
  /** For each thing that speaks against the building. */
  readonly secondsAgainst: number;
  /** For each thing that somebody has to ask first. */
  readonly secondsUnknown: number;
  /** Where the shelter does not name the person's group. */
  readonly secondsNotByGroup: number;
}

/**
 * A metre in red is worth a minute's detour, what is to be asked five minutes, what speaks against the
 * building or a shelter that is not for the person's group ten: planning values (?), for the city to set.
 */
export const USUAL_WEIGHTS: AssignmentWeights = {
  secondsPerRedMeter: 60,
  secondsAgainst: 600,
  secondsUnknown: 300,
  secondsNotByGroup: 600,
};

/** More than any placement costs: nobody is left out to spare others a detour. */
export const UNPLACED_COST = 10_000_000;

/** Whole seconds, below what leaving somebody out costs. */
export function placementCost(
  weights: AssignmentWeights,
  placeReasons: readonly DestinationReason[],
  way: { readonly redMeters: number; readonly weighedSeconds: number },
): number {
  const count = (bearing: string) =>
    placeReasons.filter((reason) => reason.bearing === bearing).length;
  const isByGroup = placeReasons.some(({ code }) => code === 'group-accepted');
  const seconds =
    way.weighedSeconds +
    weights.secondsPerRedMeter * way.redMeters +
    weights.secondsAgainst * count('against') +
    weights.secondsUnknown * count('unknown') +
    (isByGroup ? 0 : weights.secondsNotByGroup);
  return Math.min(Math.round(seconds), UNPLACED_COST - 1);
}
