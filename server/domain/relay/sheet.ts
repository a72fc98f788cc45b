import type { Bilingual } from '../resident/labels.ts';

/** Where a relay sheet stands (つなぐシート). */
export const RELAY_STATES = ['received', 'in-hand', 'answered', 'closed'] as const;
export type RelayState = (typeof RELAY_STATES)[number];

export const RELAY_STATE_LABELS: Readonly<Record<RelayState, Bilingual>> = {
  received: { ja: '届いた', en: 'Received' },
  'in-hand': { ja: '対応中', en: 'In hand' },
  answered: { ja: '返事済み', en: 'Answered' },
  closed: { ja: '終了', en: 'Closed' },
};

/** How soon somebody has to answer, by the word of who wrote it. */
export const URGENCIES = ['today', 'days', 'weeks'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const URGENCY_LABELS: Readonly<Record<Urgency, Bilingual>> = {
  today: { ja: '急ぎ(1日のうちに)', en: 'Urgent (within a day)' },
  days: { ja: '3日のうちに', en: 'Within 3 days' },
  weeks: { ja: '2週間のうちに', en: 'Within 2 weeks' },
};

const ANSWER_WITHIN_HOURS: Readonly<Record<Urgency, number>> = { today: 24, days: 72, weeks: 336 };
const HOUR_MILLIS = 3_600_000;

/** Until when an answer is expected; handing a sheet over gives nobody more time. */
export function dueAt(urgency: Urgency, writtenAt: Date): Date {
  return new Date(writtenAt.getTime() + ANSWER_WITHIN_HOURS[urgency] * HOUR_MILLIS);
}

/** States in which somebody waits for an answer. */
export const OPEN_STATES = ['received', 'in-hand'] as const satisfies readonly RelayState[];
export const isOpen = (state: RelayState): boolean =>
  OPEN_STATES.some((open: RelayState) => open === state);

export function isOverdue(
  { state, dueAt: due }: { readonly state: RelayState; readonly dueAt: Date },
  now: Date,
): boolean {
  return isOpen(state) && due.getTime() < now.getTime();
}

/** What a sheet can lead to. */
export const RELAY_LINK_KINDS = ['plan', 'site-override', 'resource'] as const;
export type RelayLinkKind = (typeof RELAY_LINK_KINDS)[number];
export interface RelayLink {
  readonly kind: RelayLinkKind;
  /** Of the plan: of its person, who is the one that the sheet is about. */
  readonly id: string;
}
