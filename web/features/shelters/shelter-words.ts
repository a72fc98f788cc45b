import type { ShelterRow } from '#contract/shelter';
import { formatNumber } from '../../i18n/format.ts';
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
  const { conditions, conflictBy, conflictOf, edited, noPosition, overtaken } = words.shelters;
  const others = shelter.conflictFields.filter((field) => field !== 'position');
  const separator = words.language === 'ja' ? '・' : ', ';
  return [
    shelter.position === null ? noPosition : null,
    shelter.designatedForLandslide === false ? conditions['not-for-landslide'] : null,
    shelter.conflictMeters === null ? null : conflictBy(words.metersText(shelter.conflictMeters)),
    others.length === 0
      ? null
      : conflictOf(others.map((field) => words.shelterEdit.conflictFields[field]).join(separator)),
    shelter.isOvertaken ? overtaken : shelter.isEdited ? edited : null,
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

/** What it holds and whom it takes, as far as the list or the officer says. */
export function shelterMeans(shelter: ShelterRow, words: Words): string[] {
  const { accepts, capacity } = words.shelters;
  const separator = words.language === 'ja' ? '、' : ', ';
  return [
    shelter.capacity === null ? null : capacity(formatNumber(shelter.capacity)),
    shelter.acceptedGroups === null || shelter.acceptedGroups.length === 0
      ? null
      : accepts(shelter.acceptedGroups.join(separator)),
    ...(shelter.equipment ?? []).map((item) => words.terms.equipment[item]),
  ].filter((part) => part !== null);
}
