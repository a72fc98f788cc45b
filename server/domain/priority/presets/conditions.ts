import { POWER_DEPENDENT_DEVICES } from '#domain/resident/disability';
import type { Condition } from '../criteria.ts';

/** Conditions that several presets share. */

export const insideRedZone: Condition = { fact: 'redZone', oneOf: ['inside'] };
export const nearRedZone: Condition = { fact: 'redZone', oneOf: ['near'] };
export const insideAnyZone: Condition = { fact: 'anyZone', oneOf: ['inside'] };
export const insideOrNearAnyZone: Condition = { fact: 'anyZone', oneOf: ['inside', 'near'] };

export const dependsOnPower: Condition = { fact: 'devices', includesAny: POWER_DEPENDENT_DEVICES };

export const livesAlone: Condition = { fact: 'household', oneOf: ['alone'] };
export const livesWithElderlyOnly: Condition = { fact: 'household', oneOf: ['elderly-only'] };
export const noSupporter: Condition = { fact: 'supporterCount', atMost: 0 };
export const noPlan: Condition = { fact: 'plan', oneOf: ['none'] };
export const needsHelpWithInformation: Condition = {
  fact: 'communication',
  oneOf: ['perception', 'judgement', 'language'],
};

export const gravelyIntellectual: Condition = {
  fact: 'disabilities',
  kinds: ['intellectual'],
  gradeOneOf: ['Ⓐ', 'A'],
};
