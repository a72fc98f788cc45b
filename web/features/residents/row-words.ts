import type { ResidentRow } from '#contract/resident';
import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';

/** The relation to zones in few words: what is gravest is said. */
export function hazardWords(row: ResidentRow, words: Words, hasZoneData: boolean): string {
  return hazardIn(words.people.row, row, words, hasZoneData);
}

/** The same with what must not be cut off at the beginning. */
export function briefHazardWords(row: ResidentRow, words: Words, hasZoneData: boolean): string {
  return hazardIn(words.people.brief, row, words, hasZoneData);
}

function hazardIn(
  say: Pick<Words['people']['row'], keyof Words['people']['row'] & keyof Words['people']['brief']>,
  row: ResidentRow,
  words: Words,
  hasZoneData: boolean,
): string {
  if (!hasZoneData) return words.people.noZoneData.judgement;
  const phenomena =
    row.gravestPhenomena.length === 0
      ? words.people.row.landslideDisaster
      : row.gravestPhenomena.map((phenomenon) => words.terms.phenomenon[phenomenon]).join('・');
  if (row.redRelation === 'inside') return say.insideRed(phenomena);
  if (row.redRelation === 'undetermined')
    return row.relation === 'inside' ? say.redOpen(phenomena) : undeterminedWords(row, words);
  if (row.redRelation === 'near') return say.nearRed(phenomena);
  if (row.relation === 'inside') return say.insideYellow(phenomena);
  if (row.relation === 'undetermined') return undeterminedWords(row, words);
  if (row.relation === 'near') return say.nearYellow(phenomena);
  return words.people.row.outside;
}

/** Why it cannot be judged is said where the position is the reason. */
function undeterminedWords({ accuracy }: ResidentRow, words: Words): string {
  const isPlaced = accuracy === 'building' || accuracy === 'manual';
  return isPlaced
    ? words.terms.relation.undetermined
    : words.people.row.undetermined(words.terms.accuracy[accuracy]);
}

/** Distance to the nearest red boundary; null where none is within reach or it cannot be judged. */
export function distanceWords(row: ResidentRow, words: Words): string | null {
  if (row.redDistanceMeters === null || row.redRelation === 'undetermined') return null;
  const metres = words.metersText(row.redDistanceMeters);
  return row.redDistanceMeters <= 0
    ? words.people.insideBy(metres)
    : words.people.outsideBy(metres);
}

/** The same where the head of the column says that it is about the boundary. */
export function shortDistanceWords(row: ResidentRow, words: Words): string | null {
  if (row.redDistanceMeters === null || row.redRelation === 'undetermined') return null;
  const metres = words.metersText(row.redDistanceMeters);
  return row.redDistanceMeters <= 0 ? words.people.insideShort(metres) : metres;
}

/** The graver tier that what is unknown of the person may lead to; null where there is none. */
export function possibleWords(row: ResidentRow, words: Words): string | null {
  return possibleIn(words.people.possibleShort, row, words);
}

/** The same beginning with the doubt: cut off, it must not read as the graver tier itself. */
export function briefPossibleWords(row: ResidentRow, words: Words): string | null {
  return possibleIn(words.people.brief.possible, row, words);
}

const possibleIn = (say: (tier: string) => string, row: ResidentRow, words: Words) =>
  row.possibleTier < row.tier ? say(words.terms.tier(row.possibleTier)) : null;

/**
 * What a screen reader says of a row: rank and name first, then e.g.
 * 要介護4、土石流の特別警戒区域内、境界から12メートル内側.
 */
export function spokenRow(row: ResidentRow, words: Words, hasZoneData: boolean): string {
  const distance = distanceWords(row, words);
  const possible = possibleWords(row, words);
  return words.people.row.join([
    words.terms.rank(formatNumber(row.rank)),
    row.name,
    words.terms.tier(row.tier),
    ...(possible === null ? [] : [possible]),
    row.careLevel === null ? words.people.row.noCareLevel : words.careLevel(row.careLevel),
    hazardWords(row, words, hasZoneData),
    ...(distance === null ? [] : [distance]),
    ...(row.powerDependent === true ? [words.people.powerNeeded] : []),
  ]);
}
