import type { Access } from '#domain/access/rules';
import { PLACES, type Place } from '../state/view-state.ts';

/** What a role has to be allowed to open a place. */
const PLACE_ACCESS: Readonly<Record<Place, Access>> = {
  start: 'own-account',
  map: 'places',
  people: 'people.see',
  plans: 'plans.see',
  shelters: 'places',
  scenarios: 'scenarios.see',
  routes: 'routes.see',
  response: 'responses.see',
  drills: 'drills.see',
  // Relay sheets, and beside them what the neighbourhood has, for whoever sees no people too.
  relay: 'resources.see',
  charts: 'charts.see',
  criteria: 'criteria.see',
  data: 'data.see',
  settings: 'municipality',
  audit: 'audit',
  access: 'own-account',
  accounts: 'accounts',
  account: 'own-account',
};

/** The places that a role may open. */
export function openPlaces(may: (access: Access) => boolean): Place[] {
  return PLACES.filter((place) => may(PLACE_ACCESS[place]));
}

/** Those of the rail, in its order; one's own account stands in the top bar. */
export function railPlaces(may: (access: Access) => boolean): Place[] {
  return openPlaces(may).filter((place) => place !== 'account');
}

/** On a phone so many lie in one line with the button that opens the others. */
export const PHONE_PLACES = 4;

/**
 * The first ones, with the place that comes forward as the second; where one is that is not among them, it takes
 * the last one's room.
 */
export function firstPlaces(
  all: readonly Place[],
  here: Place,
  forward: Place | null,
): readonly Place[] {
  const isForward = forward !== null && all.slice(PHONE_PLACES).includes(forward);
  const ordered = isForward ? [...all.slice(0, 1), forward, ...all.slice(1)] : all;
  const first = ordered.slice(0, PHONE_PLACES);
  return first.includes(here) || !all.includes(here) ? first : [...first.slice(0, -1), here];
}
