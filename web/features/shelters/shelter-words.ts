import type { ShelterRow } from '#contract/shelter';
import type { Words } from '../../i18n/words.ts';

/** Relation to zones; in which kind of zone it stands is said, and why nothing can be said. */
export function shelterRelation(shelter: ShelterRow, words: Words, hasZoneData: boolean): string {
  if (!hasZoneData) return words.people.noZoneData.judgement;
  if (shelter.redRelation === 'inside') return words.shelters.insideRed;
  if (shelter.relation === 'inside') return words.shelters.insideYellow;
  return words.terms.relation[shelter.relation];
}

/** What else is to be known: no designation for landslide, lists that disagree, beyond the boundary. */
export function shelterRemarks(shelter: ShelterRow, words: Words): string[] {
  const { conditions, conflictBy, noPosition } = words.shelters;
  return [
    shelter.position === null ? noPosition : null,
    shelter.designatedForLandslide === false ? conditions['not-for-landslide'] : null,
    shelter.conflictMeters === null ? null : conflictBy(words.metersText(shelter.conflictMeters)),
    shelter.outsideBoundary ? conditions['outside-boundary'] : null,
  ].filter((remark) => remark !== null);
}

export function spokenShelter(shelter: ShelterRow, words: Words, hasZoneData: boolean): string {
  return words.people.row.join([
    shelter.name,
    words.terms.shelterKind[shelter.kind],
    shelterRelation(shelter, words, hasZoneData),
    ...shelterRemarks(shelter, words),
  ]);
}
