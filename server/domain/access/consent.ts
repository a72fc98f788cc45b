import type { Bilingual } from '../resident/labels.ts';

/** What a person consents to: the roster, and the plan, given to support organisations in peacetime. */
export const CONSENT_PURPOSES = ['roster', 'plan'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const CONSENT_STATES = ['not-asked', 'asked', 'agreed', 'refused', 'withdrawn'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export const PURPOSE_LABELS: Readonly<Record<ConsentPurpose, Bilingual>> = {
  roster: {
    ja: '名簿情報の平常時の提供',
    en: 'Roster given to support organisations in peacetime',
  },
  plan: {
    ja: '個別避難計画の平常時の提供',
    en: 'Individual plan given to support organisations in peacetime',
  },
};

export const CONSENT_STATE_LABELS: Readonly<Record<ConsentState, Bilingual>> = {
  'not-asked': { ja: '未確認', en: 'Not asked' },
  asked: { ja: '確認中(返事待ち)', en: 'Asked, no answer yet' },
  agreed: { ja: '同意', en: 'Agreed' },
  refused: { ja: '不同意', en: 'Refused' },
  withdrawn: { ja: '同意の撤回', en: 'Withdrawn' },
};

/** Whether of two answers the one lets nothing be given that the other does not. */
export function areGivenAlike(one: ConsentState, other: ConsentState): boolean {
  return [false, true].every(
    (byOrdinance) => isGiven(one, byOrdinance) === isGiven(other, byOrdinance),
  );
}

/** For which purposes the answers of two entries cannot be made one without losing a refusal. */
export function purposesApart(
  one: (purpose: ConsentPurpose) => ConsentState,
  other: (purpose: ConsentPurpose) => ConsentState,
): ConsentPurpose[] {
  return CONSENT_PURPOSES.filter((purpose) => !areGivenAlike(one(purpose), other(purpose)));
}

/**
 * Whether data may be given in peacetime (災害対策基本法 49条の11第2項, 49条の15第2項): where the person agreed,
 * and where an ordinance says so without being asked, as long as the person does not refuse.
 */
export function isGiven(state: ConsentState, isByOrdinance: boolean): boolean {
  return state === 'agreed' || (isByOrdinance && (state === 'not-asked' || state === 'asked'));
}
