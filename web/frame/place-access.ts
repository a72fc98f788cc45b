import type { Access } from '#domain/access/rules';
import { PLACES, type Place } from '../state/view-state.ts';

/** What a role has to be allowed to open a place. */
const PLACE_ACCESS: Readonly<Record<Place, Access>> = {
  start: 'own-account',
  map: 'places',
  people: 'people.see',
  shelters: 'places',
  scenarios: 'scenarios.see',
  criteria: 'criteria.see',
  data: 'data.see',
  settings: 'municipality',
  audit: 'audit',
  access: 'own-account',
};

/** The places of a role, in the order of the rail. */
export function openPlaces(may: (access: Access) => boolean): Place[] {
  return PLACES.filter((place) => may(PLACE_ACCESS[place]));
}
