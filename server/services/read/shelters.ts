import type { ShelterDetail, ShelterRow } from '#contract/shelter';
import { distanceMeters } from '#domain/geo/distance';
import type { Database } from '../../db/database.ts';
import type { ShelterDbRow } from '../../db/queries/read/shelters.ts';
import { selectZoneNames } from '../../db/queries/read/zone-judgement.ts';
import type { MunicipalityVersions } from './data-versions.ts';
import { groupBy } from './group-by.ts';
import { hazardView } from './hazard-view.ts';
import type { Readers } from './readers.ts';

/** Two lists that put one facility farther apart than this do not agree on where it is. */
const CONFLICT_METERS = 30;

/** Shelters of all lists in force, each list's record on its own. */
export async function listShelters(
  readers: Readers,
  municipality: MunicipalityVersions,
): Promise<ShelterRow[]> {
  const shelters = await readers.shelters(municipality);
  const byName = groupBy(shelters, nameKey);
  return shelters.map((shelter) => rowOf(shelter, byName));
}

/** One record with its judgement, and the records of the same facility that stand elsewhere. */
export async function findShelterDetail(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
  id: string,
): Promise<ShelterDetail | null> {
  const shelters = await readers.shelters(municipality);
  const shelter = shelters.find((one) => one.id === id);
  if (shelter === undefined) return null;
  const zoneData = await readers.zoneData(municipality);
  const byName = groupBy(shelters, nameKey);
  const zoneIds = (shelter.zones ?? []).map(({ zoneId }) => zoneId);
  const names =
    zoneIds.length === 0 ? [] : await selectZoneNames(database, municipality.code, zoneIds);
  return {
    ...rowOf(shelter, byName),
    nameKana: shelter.name_kana,
    designatedHazards: shelter.designated_hazards,
    capacityNote: shelter.capacity_note,
    acceptedGroups: shelter.accepted_groups,
    basis: shelter.basis,
    equipment: shelter.equipment,
    phone: shelter.phone,
    notes: shelter.notes,
    hazard: hazardView(shelter, {
      accuracy: shelter.position === null ? 'none' : 'building',
      zoneDataAsOf: zoneData.asOf,
      marginMeters: municipality.settings.marginMeters,
      zoneNames: new Map(names.map((name) => [name.id, name])),
    }),
    conflicts: conflictsOf(shelter, byName),
  };
}

type ByName = ReadonlyMap<string, readonly ShelterDbRow[]>;

function rowOf(shelter: ShelterDbRow, byName: ByName): ShelterRow {
  const distances = conflictsOf(shelter, byName).map((conflict) => conflict.distanceMeters);
  return {
    id: shelter.id,
    kind: shelter.kind,
    name: shelter.name,
    address: shelter.address,
    position: positionOf(shelter),
    designatedForLandslide: shelter.designated_hazards?.includes('landslide') ?? null,
    capacity: shelter.capacity,
    redRelation: shelter.red_relation ?? 'undetermined',
    relation: shelter.relation ?? 'undetermined',
    outsideBoundary: shelter.outside_boundary,
    conflictMeters: distances.length === 0 ? null : Math.max(...distances),
    datasetAsOf: shelter.as_of,
  };
}

/** Records of the same name on another list, or of another kind, that stand over 30 m away. */
function conflictsOf(shelter: ShelterDbRow, byName: ByName): ShelterDetail['conflicts'] {
  const own = shelter.position;
  if (own === null) return [];
  return (byName.get(nameKey(shelter)) ?? []).flatMap((other) => {
    const isSameList = other.dataset_id === shelter.dataset_id && other.kind === shelter.kind;
    if (isSameList || other.position === null) return [];
    const meters = distanceMeters(own, other.position);
    if (meters <= CONFLICT_METERS) return [];
    return [
      { id: other.id, kind: other.kind, position: positionOf(other), distanceMeters: meters },
    ];
  });
}

/** Lists write one facility's name with and without spaces, in full and half width. */
function nameKey({ name }: ShelterDbRow): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

function positionOf({ position }: ShelterDbRow): [number, number] | null {
  return position === null ? null : [position[0], position[1]];
}
