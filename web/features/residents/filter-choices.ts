import type { DistrictView } from '#contract/municipality';
import { AGE_BANDS, type ResidentPage, SUPPORTER_CHOICES } from '#contract/resident';
import { RELATIONS } from '#domain/hazard/relation';
import { PHENOMENA } from '#domain/hazard/zone';
import { ACCURACIES } from '#domain/resident/accuracy';
import { CARE_LEVELS, type CareLevel } from '#domain/resident/care-level';
import { HOUSEHOLDS, PLAN_STATES } from '#domain/resident/facts';
import type { Words } from '../../i18n/words.ts';
import type { FilterKey } from '../../state/view-state.ts';

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
  /** People that the choice would show, the other filters kept; null while unknown. */
  readonly count: number | null;
}

/** The choices of a filter, gravest first, with the counts that the server gave. */
export function filterChoices(
  key: FilterKey,
  words: Words,
  counts: ResidentPage['counts'] | null,
  districts: readonly DistrictView[],
  chosen: readonly string[],
): FilterChoice[] {
  const ofKey = counts?.[key] ?? null;
  const all = labelsOf(key, words, ofKey, districts).map(([value, label]) => ({
    value,
    label,
    count: ofKey === null ? null : (ofKey[value] ?? 0),
  }));
  // What nobody is and nobody asked for is left out; districts stay, so that none seems missing.
  const isListed = ({ value, count }: FilterChoice) =>
    count !== 0 || chosen.includes(value) || (key === 'district' && value !== 'unknown');
  return all.filter(isListed);
}

function labelsOf(
  key: FilterKey,
  words: Words,
  counts: Readonly<Record<string, number>> | null,
  districts: readonly DistrictView[],
): (readonly [value: string, label: string])[] {
  const { terms } = words;
  switch (key) {
    case 'tier':
      return Object.keys(counts ?? { 1: 0, 2: 0, 3: 0 })
        .sort((a, b) => Number(a) - Number(b))
        .map((tier) => [tier, terms.tier(Number(tier))]);
    case 'red':
      return RELATIONS.map((value) => [value, terms.redRelation[value]]);
    case 'relation':
      return RELATIONS.map((value) => [value, terms.relation[value]]);
    case 'district':
      return [
        ...districtNames(districts, counts).map((name) => [name, name] as const),
        ['unknown', terms.unknown],
      ];
    case 'careLevel':
      return [
        ...[...CARE_LEVELS]
          .reverse()
          .map((level): [CareLevel, string] => [level, words.careLevel(level)]),
        ['unknown', terms.unknown],
      ];
    case 'accuracy':
      return ACCURACIES.map((value) => [value, terms.accuracy[value]]);
    case 'plan':
      return [
        ...PLAN_STATES.map((value) => [value, terms.plan[value]] as const),
        ['unknown', terms.unknown],
      ];
    case 'phenomenon':
      return [
        ...PHENOMENA.map((value) => [value, terms.phenomenon[value]] as const),
        ['none', words.peopleDesk.filters.noPhenomenon],
      ];
    case 'household':
      return [
        ...HOUSEHOLDS.map((value) => [value, terms.household[value]] as const),
        ['unknown', terms.unknown],
      ];
    case 'supporters':
      return SUPPORTER_CHOICES.map((value) => [value, words.peopleDesk.filters.supporters[value]]);
    case 'age':
      return [
        ...[...AGE_BANDS]
          .reverse()
          .map((band) => [band, words.peopleDesk.filters.age[band]] as const),
        ['unknown', terms.unknown],
      ];
    case 'possibleTier':
      return Object.keys(counts ?? {})
        .sort((a, b) => Number(a) - Number(b))
        .map((tier) => [tier, terms.tier(Number(tier))]);
    case 'archived':
      return [['true', words.peopleDesk.filters.archived]];
    case 'powerDependent':
      return [
        ['true', words.people.filters.yes],
        ['false', words.people.filters.no],
      ];
  }
}

/** Those on the map in their order, then those that only the roster names: its words are what it filters by. */
function districtNames(
  districts: readonly DistrictView[],
  counts: Readonly<Record<string, number>> | null,
): string[] {
  const drawn = districts.map(({ name }) => name);
  const named = Object.keys(counts ?? {}).filter(
    (name) => name !== 'unknown' && !drawn.includes(name),
  );
  return [...drawn, ...named.sort((a, b) => a.localeCompare(b, 'ja'))];
}
