import type { ShelterRow } from '#contract/shelter';
import type { Relation } from '#domain/hazard/relation';
import type { ShelterCondition } from '../../state/view-state.ts';

export type ShelterSort = 'name' | 'relation';

const MEETS: Readonly<Record<ShelterCondition, (shelter: ShelterRow) => boolean>> = {
  inside: ({ relation }) => relation === 'inside',
  near: ({ relation }) => relation === 'near',
  undetermined: ({ relation }) => relation === 'undetermined',
  // A list without hazard flags says nothing: that is not "none".
  'not-for-landslide': ({ designatedForLandslide }) => designatedForLandslide === false,
  conflict: ({ conflictMeters }) => conflictMeters !== null,
  'outside-boundary': ({ outsideBoundary }) => outsideBoundary,
};

/** Whether a shelter is listed under a condition; null lists all. */
export function meets(shelter: ShelterRow, condition: ShelterCondition | null): boolean {
  return condition === null || MEETS[condition](shelter);
}

const GRAVITY: Readonly<Record<Relation, number>> = {
  inside: 0,
  near: 1,
  undetermined: 2,
  outside: 3,
};

/** A sorted copy; by relation the gravest comes first, red before yellow, then by name. */
export function sortShelters(
  shelters: readonly ShelterRow[],
  sort: ShelterSort,
  order: 'asc' | 'desc',
): ShelterRow[] {
  const names = new Intl.Collator('ja');
  const sign = order === 'asc' ? 1 : -1;
  const byName = (a: ShelterRow, b: ShelterRow) => names.compare(a.name, b.name);
  const gravity = ({ relation, redRelation }: ShelterRow) =>
    GRAVITY[relation] * 4 + GRAVITY[redRelation];
  return [...shelters].sort((a, b) =>
    sort === 'name' ? sign * byName(a, b) : sign * (gravity(a) - gravity(b)) || byName(a, b),
  );
}
