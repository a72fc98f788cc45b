import { CONSENT_PURPOSES, type ConsentPurpose, type ConsentState, isGiven } from './consent.ts';
import type { Role } from './roles.ts';

/** How much of something a role sees. `counted`: as part of a figure, and never of one under five. */
export const LEVELS = ['none', 'counted', 'masked', 'full'] as const;
export type Level = (typeof LEVELS)[number];

/** Kinds of data about a person. */
export const PERSONAL_KINDS = ['identity', 'condition', 'judgement', 'support', 'history'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** Whose data a role may come to see at all, before consent is looked at. */
export type Reach = 'everyone' | 'districts' | 'facility' | 'own' | 'nobody';

/**
 * What one role sees of people. The database is told these same values for each transaction (withActor)
 * and enforces them, so a rule cannot say what the database does not hold.
 */
export interface PersonRule {
  readonly reach: Reach;
  /** The consent that the role needs; null = it works inside the city hall and needs none (49条の11第1項). */
  readonly needs: ConsentPurpose | null;
  /** Of those whom it may see. */
  readonly shown: 'full' | 'masked' | 'none';
  /** Of those whom it may not see. */
  readonly otherwise: 'counted' | 'none';
  /** Whether disaster mode opens to it those who did not consent (49条の11第3項, 49条の15第3項). */
  readonly seesInDisaster: boolean;
  /** Changes people, and sees their history, their consents and the records of imports. */
  readonly keepsRoster: boolean;
}

const NOBODY: PersonRule = {
  reach: 'nobody',
  needs: null,
  shown: 'none',
  otherwise: 'none',
  seesInDisaster: false,
  keepsRoster: false,
};
const OFFICER: PersonRule = { ...NOBODY, reach: 'everyone', shown: 'full', keepsRoster: true };
/** The program itself: imports, checks and rankings are of everybody. */
export const SYSTEM_RULE = OFFICER;

const SUPPORT_ORGANISATION: PersonRule = {
  reach: 'everyone',
  needs: 'roster',
  shown: 'full',
  otherwise: 'counted',
  seesInDisaster: true,
  keepsRoster: false,
};
const HELPER: PersonRule = { ...SUPPORT_ORGANISATION, needs: 'plan', otherwise: 'none' };

/** The one table: who sees whom. */
export const PERSON_RULES: Readonly<Record<Role, PersonRule>> = {
  administrator: NOBODY,
  'disaster-officer': OFFICER,
  'welfare-officer': OFFICER,
  'fire-department': SUPPORT_ORGANISATION,
  // A drill is no disaster: nobody's life is at risk, and initials do for a rehearsal.
  'drill-coordinator': { ...SUPPORT_ORGANISATION, shown: 'masked', seesInDisaster: false },
  'district-organisation': { ...SUPPORT_ORGANISATION, reach: 'districts' },
  'welfare-shelter': { ...HELPER, reach: 'facility' },
  supporter: { ...HELPER, reach: 'own' },
  auditor: NOBODY,
};

/** How things stand between a role and one person. */
export interface Standing {
  /** The person lives in the actor's districts, is named in the facility's plans, is the supporter's own. */
  readonly isWithinReach: boolean;
  readonly consents: Readonly<Record<ConsentPurpose, ConsentState>>;
  /** An ordinance lets the data be given unless the person refuses. */
  readonly isByOrdinance: boolean;
  /** For what disaster mode is open where the person lives; each purpose has an article of its own. */
  readonly isDisaster: Readonly<Record<ConsentPurpose, boolean>>;
}

/** What a role sees of one kind of data of one person. */
export function levelOf(role: Role, kind: PersonalKind, standing: Standing): Level {
  const rule = PERSON_RULES[role];
  if (rule.reach === 'nobody' || !standing.isWithinReach) return 'none';
  if (kind === 'history') return rule.keepsRoster ? 'full' : 'none';
  if (!isSeen(rule, rule.needs, standing)) return kind === 'support' ? 'none' : rule.otherwise;
  // Who helps is part of the plan, for which the person agrees on its own.
  if (kind === 'support')
    return rule.shown === 'full' && isSeen(rule, rule.needs && 'plan', standing) ? 'full' : 'none';
  // Zone and tier stay; the exact place, the score and what is behind it go with the masked facts.
  return rule.shown;
}

function isSeen(rule: PersonRule, needs: ConsentPurpose | null, standing: Standing): boolean {
  if (needs === null) return true;
  if (rule.seesInDisaster && standing.isDisaster[needs]) return true;
  return isGiven(standing.consents[needs], standing.isByOrdinance);
}

/** The same answer for both purposes, as tables show it. */
export const sameConsents = (state: ConsentState): Standing['consents'] =>
  Object.fromEntries(CONSENT_PURPOSES.map((purpose) => [purpose, state])) as Standing['consents'];
