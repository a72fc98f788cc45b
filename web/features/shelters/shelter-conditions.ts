import type { ShelterRow } from '#contract/shelter';
import type { Relation } from '#domain/hazard/relation';
import { SHELTER_KINDS } from '#domain/shelter/shelter';
import type { ShelterCondition, ShelterSort } from '../../state/view-state.ts';

const MEETS: Readonly<Record<ShelterCondition, (shelter: ShelterRow) => boolean>> = {
  inside: ({ relation }) => relation === 'inside',
  near: ({ relation }) => relation === 'near',
  undetermined: ({ relation }) => relation === 'undetermined',
  // A list without hazard flags says nothing: that is not "none".
  'not-for-landslide': ({ designatedForLandslide }) => designatedForLandslide === false,
  welfare: ({ kind }) => kind === 'welfare-shelter',
  conflict: ({ conflictFields }) => conflictFields.length > 0,
  edited: ({ isEdited }) => isEdited,
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

/**
 * A sorted copy; by relation the gravest comes first, red before yellow, then by name. A capacity that is
 * not known comes last in either order.
 */
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
  const unknown = sign * Number.MAX_SAFE_INTEGER;
  const compare: Readonly<Record<ShelterSort, (a: ShelterRow, b: ShelterRow) => number>> = {
    name: byName,
    relation: (a, b) => gravity(a) - gravity(b),
    kind: (a, b) => SHELTER_KINDS.indexOf(a.kind) - SHELTER_KINDS.indexOf(b.kind),
    capacity: (a, b) => (a.capacity ?? unknown) - (b.capacity ?? unknown),
  };
  return [...shelters].sort((a, b) => sign * compare[sort](a, b) || byName(a, b));
}
