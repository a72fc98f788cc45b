import type { ShelterValues } from '#domain/shelter/shelter-edit';
import type { ShelterDbRow } from '../../db/queries/read/shelters.ts';

/** What the list says of the fields that can be edited. */
export function listedValues(shelter: ShelterDbRow): ShelterValues {
  return {
    name: shelter.name,
    position: shelter.position,
    capacity: shelter.capacity,
    acceptedGroups: shelter.accepted_groups,
    equipment: shelter.equipment,
    phone: shelter.phone,
    designatedForLandslide: shelter.designated_hazards?.includes('landslide') ?? null,
    openingNote: null,
  };
}

/** What holds: the officer's word, else the list's. */
export function valuesInForce(shelter: ShelterDbRow): ShelterValues {
  return { ...listedValues(shelter), ...shelter.overrides };
}
