import type { FireStationOnWire } from '#contract/fire-station';
import type { DistrictView } from '#contract/municipality';
import type { SearchResults } from '#contract/search';
import type { ShelterRow } from '#contract/shelter';
import { foldAddress, foldText } from '#domain/text/fold-text';
import type { Actor } from '../../../db/actor.ts';
import type { Database } from '../../../db/database.ts';
import { listGazetteer } from '../../../db/queries/gazetteer.ts';
import { selectNamedZones } from '../../../db/queries/read/zone-names.ts';
import { readFireStations } from '../../fire-stations.ts';
import { type MunicipalityVersions, versionToken } from '../data-versions.ts';
import { listDistricts } from '../districts.ts';
import type { Readers } from '../readers.ts';
import type { ResidentSnapshot } from '../resident-snapshot.ts';
import { listShelters } from '../shelters.ts';
import { VersionCache } from '../version-cache.ts';
import { addressSearch, type FindAddresses } from './address-search.ts';
import { bestMatches, bestPenalty, type Matches, NO_MATCHES } from './best-matches.ts';
import { type FindPeople, peopleSearch } from './people-search.ts';
import { type FindZones, zoneSearch } from './zone-search.ts';

/** Of each kind; the count says how many there are. */
const MOST_OF_A_KIND = 8;

export type SearchEverything = (
  municipality: MunicipalityVersions,
  actor: Actor,
  text: string,
) => Promise<SearchResults>;

/** One search over all that has a name, from what is in memory; what was folded once is kept with its data. */
export function createSearch(database: Database, readers: Readers): SearchEverything {
  const people = new WeakMap<ResidentSnapshot, FindPeople>();
  const addresses = new VersionCache<FindAddresses>();
  const zones = new VersionCache<FindZones>();

  const findPeople = (snapshot: ResidentSnapshot) => {
    const known = people.get(snapshot);
    if (known !== undefined) return known;
    const made = peopleSearch(snapshot.rows);
    people.set(snapshot, made);
    return made;
  };
  const readAddresses = (municipality: MunicipalityVersions) =>
    addresses.get(municipality.code, versionToken(municipality, ['gazetteer']), async () =>
      addressSearch(await listGazetteer(database, municipality.code), municipality.name),
    );
  const readZones = (municipality: MunicipalityVersions) =>
    zones.get(municipality.code, versionToken(municipality, ['zones']), async () => {
      const rows = await selectNamedZones(database, municipality.code);
      return zoneSearch(
        rows.map(({ id, place, phenomenon, ...row }) => ({
          ...{ id, place, phenomenon },
          ...{ zoneNumber: row.zone_number, zoneName: row.zone_name, zoneClass: row.zone_class },
          bbox: [row.west, row.south, row.east, row.north],
        })),
      );
    });

  return async (municipality, actor, text) => {
    const snapshot = await readers.residents(municipality, actor);
    const findAddresses = await readAddresses(municipality);
    const findZones = await readZones(municipality);
    const shelters = await listShelters(readers, municipality);
    const districts = await listDistricts(readers, municipality, actor);
    return {
      people: copied(findPeople(snapshot)(text, MOST_OF_A_KIND)),
      addresses: copied(findAddresses(text, MOST_OF_A_KIND)),
      shelters: copied(findShelters(shelters, text)),
      stations: copied(
        findStations(await readFireStations({ database, actor }, municipality.code), text),
      ),
      zones: copied(findZones(text, MOST_OF_A_KIND)),
      districts: copied(findDistricts(districts, text)),
    };
  };
}

function findShelters(shelters: readonly ShelterRow[], text: string): Matches<ShelterRow> {
  const wanted = foldText(text);
  if (wanted === '') return NO_MATCHES;
  const address = foldAddress(text);
  return bestMatches(
    shelters,
    (shelter) => {
      const byName = bestPenalty([foldText(shelter.name)], wanted);
      if (byName !== null) return byName;
      const isNumber = /^\d+$/.test(wanted);
      return !isNumber && foldAddress(shelter.address ?? '').includes(address)
        ? ADDRESS_PENALTY
        : null;
    },
    MOST_OF_A_KIND,
  );
}

/** Worse than any match of the name. */
const ADDRESS_PENALTY = 3;

function findStations(
  stations: readonly FireStationOnWire[],
  text: string,
): Matches<FireStationOnWire> {
  const wanted = foldText(text);
  if (wanted === '') return NO_MATCHES;
  return bestMatches(stations, ({ name }) => bestPenalty([foldText(name)], wanted), MOST_OF_A_KIND);
}

function findDistricts(districts: readonly DistrictView[], text: string): Matches<DistrictView> {
  const wanted = foldText(text);
  if (wanted === '') return NO_MATCHES;
  return bestMatches(
    districts,
    ({ name }) => bestPenalty([foldText(name)], wanted),
    MOST_OF_A_KIND,
  );
}

function copied<Item>({ count, items }: Matches<Item>): { count: number; items: Item[] } {
  return { count, items: [...items] };
}
