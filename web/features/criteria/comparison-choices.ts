import { PHENOMENA } from '#domain/hazard/zone';
import { TESTABLE_RELATIONS } from '#domain/priority/criteria';
import { ACCURACIES } from '#domain/resident/accuracy';
import { CARE_LEVEL_LABELS, CARE_LEVELS } from '#domain/resident/care-level';
import { DEVICES, DISABILITY_KINDS } from '#domain/resident/disability';
import {
  COMMUNICATION_NEEDS,
  type FactName,
  HOUSEHOLDS,
  PLAN_STATES,
} from '#domain/resident/facts';
import {
  ACCURACY_LABELS,
  type Bilingual,
  COMMUNICATION_LABELS,
  DEVICE_LABELS,
  DISABILITY_LABELS,
  HOUSEHOLD_LABELS,
  PHENOMENON_LABELS,
  PLAN_LABELS,
  RELATION_LABELS,
} from '#domain/resident/labels';
import { type Form, fitsForm } from './comparison-parts.ts';

/** A value that a picker offers, in words. */
export interface Choice {
  readonly value: string;
  readonly label: Bilingual;
}

const choices = <Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, Bilingual>>,
): readonly Choice[] => values.map((value) => ({ value, label: labels[value] }));

const RELATIONS = choices(TESTABLE_RELATIONS, RELATION_LABELS);
/** A condition that asks for `limb` means any limb. */
const KINDS = choices(DISABILITY_KINDS, {
  ...DISABILITY_LABELS,
  limb: { ja: '肢体不自由(部位を問わない)', en: 'Limb (any)' },
});
const NONE: readonly Choice[] = [];

const OF_FACT: Readonly<Record<FactName, readonly Choice[]>> = {
  redZone: RELATIONS,
  anyZone: RELATIONS,
  phenomena: choices(PHENOMENA, PHENOMENON_LABELS),
  positionAccuracy: choices(ACCURACIES, ACCURACY_LABELS),
  age: NONE,
  careLevel: choices(CARE_LEVELS, CARE_LEVEL_LABELS),
  disabilities: KINDS,
  devices: choices(DEVICES, DEVICE_LABELS),
  household: choices(HOUSEHOLDS, HOUSEHOLD_LABELS),
  communication: choices(COMMUNICATION_NEEDS, COMMUNICATION_LABELS),
  supporterCount: NONE,
  plan: choices(PLAN_STATES, PLAN_LABELS),
};

export const choicesOf = (fact: FactName, form: Form): readonly Choice[] =>
  OF_FACT[fact].filter(({ value }) => fitsForm(form, value));

const LETTERS = ['Ⓐ', 'A', 'Ⓑ', 'B'];
const NUMBERS = ['1', '2', '3', '4', '5', '6', '7'];

/** Grades to choose from: those of 療育手帳, numbers, and what the criteria hold beside them. */
export function gradeChoices(kinds: readonly string[], grades: readonly string[]): Choice[] {
  const hasLetters = kinds.length === 0 || kinds.includes('intellectual');
  const hasNumbers = kinds.some((kind) => kind !== 'intellectual');
  const offered = [...(hasLetters ? LETTERS : []), ...(hasNumbers ? NUMBERS : []), ...grades];
  return [...new Set(offered)].map((value) => ({
    value,
    label: { ja: /^\d$/.test(value) ? `${value}級` : value, en: value },
  }));
}
