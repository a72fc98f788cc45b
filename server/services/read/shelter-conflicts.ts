import { type FacilityConflict, facilityConflicts } from '#domain/shelter/facility-conflicts';
import type { ShelterDbRow } from '../../db/queries/read/shelters.ts';
import { valuesInForce } from './overridden-shelter.ts';

const known = new WeakMap<readonly ShelterDbRow[], ReadonlyMap<string, FacilityConflict[]>>();

/** What the lists disagree on by what holds now; found once for one version of the shelters. */
export function conflictsAmong(
  shelters: readonly ShelterDbRow[],
): ReadonlyMap<string, FacilityConflict[]> {
  const found = known.get(shelters);
  if (found !== undefined) return found;
  const made = facilityConflicts(
    shelters.map((shelter) => {
      const { name, position, capacity } = valuesInForce(shelter);
      const list = `${shelter.dataset_id} ${shelter.kind}`;
      return { id: shelter.id, list, name, position, capacity };
    }),
  );
  known.set(shelters, made);
  return made;
}
