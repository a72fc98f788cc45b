import type { Position } from '#domain/geo/position';
import type { RoadPlace } from '../snap/road-place.ts';

/** What is asked of a vehicle. Lengths are the caller's, as hoses and habits differ by department. */
export interface FireQuestion {
  readonly stations: readonly Position[];
  readonly places: readonly Position[];
  readonly hydrants: readonly Position[];
  /** How far hoses reach from a hydrant, along the roads. */
  readonly hoseMeters: number;
  /** Farther than this from any road nobody knows what lies between. */
  readonly offRoadMeters: number;
}

/** Whether a hydrant lies within reach of where the vehicle stops. */
export type HydrantReach =
  | { readonly state: 'within'; readonly hydrant: number; readonly meters: number }
  /** Of those recorded none does. `not-recorded`: none is recorded at all, which is not "none there". */
  | { readonly state: 'none-within' | 'not-recorded' };

/** How a vehicle comes near a place. */
export interface FireReach {
  /** By its number in the question. */
  readonly station: number;
  /** Of driving, by the speeds of the profile. */
  readonly seconds: number;
  readonly driveMeters: number;
  /** Where the vehicle stops: of all places on roads that it reaches the one nearest on foot. */
  readonly lastPoint: Omit<RoadPlace, 'walkMeters'>;
  /** On foot from there: along roads, then straight to the place. */
  readonly walkRoadMeters: number;
  readonly walkOffRoadMeters: number;
  /** Roads on the way, driven or walked, that somebody has to look at first, by their numbers. */
  readonly unknownRoads: readonly number[];
  readonly unknownWalkRoads: readonly number[];
  /** The first road beyond the last point, which the vehicle does not go; null where it need not. */
  readonly stoppedAtRoad: number | null;
  readonly hydrant: HydrantReach;
}

/**
 * `reached`: by roads that are known to pass. `check-on-site`: if every stretch passes that has to be
 * looked at. `on-foot`: not even then as far as the place. `unreached`: from no station, or no way on foot
 * leads from what is reached; or no road is near.
 */
export type FireAnswer = 'reached' | 'check-on-site' | 'on-foot' | 'unreached';

export interface FireRow {
  readonly answer: FireAnswer;
  /** By roads that are known to pass alone; null where they lead nowhere near. */
  readonly known: FireReach | null;
  /** Over roads that have to be looked at too; never farther on foot than `known`. */
  readonly possible: FireReach | null;
  /** Nobody knows what lies between the last road and the place: it is farther than `offRoadMeters`. */
  readonly isFarFromRoads: boolean;
}

/**
 * The answer for somebody: of whom no exact place is known nobody can tell, whatever holds for the middle
 * of their block or town.
 */
export function answerFor({ answer }: FireRow, isPlaceExact: boolean): FireAnswer | 'undetermined' {
  return isPlaceExact ? answer : 'undetermined';
}

/** On foot from where the vehicle stops to the place. */
export function walkMetersOf({ walkRoadMeters, walkOffRoadMeters }: FireReach): number {
  return walkRoadMeters + walkOffRoadMeters;
}

/** A metre on foot is not worth a way that nobody has looked at. */
const WORTH_CHECKING_METERS = 1;

/**
 * The one to tell of: over unknown roads only where they bring the vehicle nearer, or where what has to be
 * looked at is the whole of the answer.
 */
export function shownReach({ answer, known, possible }: FireRow): FireReach | null {
  if (known === null || possible === null || answer === 'check-on-site') return possible;
  const isNearer = walkMetersOf(possible) < walkMetersOf(known) - WORTH_CHECKING_METERS;
  return isNearer ? possible : known;
}
