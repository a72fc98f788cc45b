import type { SearchResults } from '#contract/search';
import { readPosition } from '#domain/geo/read-position';
import type { Words } from '../../i18n/words.ts';
import type { PlannedPlace } from './route-plan.ts';
import type { RouteWords } from './use-route-words.ts';

/** Something that the box for a place offers. */
export interface FoundPlace {
  readonly key: string;
  readonly name: string;
  readonly more: string;
  readonly place: PlannedPlace;
}

const MOST_OF_A_KIND = 6;

/** Coordinates as they are typed, then people, shelters, fire stations and addresses that the server found. */
export function foundPlaces(
  text: string,
  results: SearchResults | undefined,
  words: Words,
  say: RouteWords,
): FoundPlace[] {
  const typed = readPosition(text);
  const coordinates: FoundPlace[] =
    typed === null
      ? []
      : [
          {
            key: 'typed',
            name: say.place.point(String(typed[1]), String(typed[0])),
            more: say.place.coordinates,
            place: { kind: 'point', position: typed },
          },
        ];
  if (results === undefined) return coordinates;
  return [
    ...coordinates,
    ...results.people.items.slice(0, MOST_OF_A_KIND).map(
      (person): FoundPlace => ({
        key: `resident.${person.id}`,
        name: person.name,
        more: [say.place.people, person.district, person.address].filter(Boolean).join(words.dot),
        place: { kind: 'resident', id: person.id },
      }),
    ),
    ...results.shelters.items.slice(0, MOST_OF_A_KIND).map(
      (shelter): FoundPlace => ({
        key: `shelter.${shelter.id}`,
        name: shelter.name,
        more: [words.terms.shelterKind[shelter.kind], shelter.address]
          .filter(Boolean)
          .join(words.dot),
        place: { kind: 'shelter', id: shelter.id },
      }),
    ),
    ...results.stations.items.slice(0, MOST_OF_A_KIND).map(
      (station): FoundPlace => ({
        key: `station.${station.id}`,
        name: station.name,
        more: [say.place.station, station.kind].filter(Boolean).join(words.dot),
        place: { kind: 'station', id: station.id },
      }),
    ),
    ...results.addresses.items.slice(0, MOST_OF_A_KIND).map(
      (address): FoundPlace => ({
        key: `address.${address.label}`,
        name: address.label,
        more: [say.place.addresses, words.terms.accuracy[address.accuracy]].join(words.dot),
        place: { kind: 'point', position: address.position },
      }),
    ),
  ];
}
