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
