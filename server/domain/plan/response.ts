import type { Relation } from '../hazard/relation.ts';
import type { Bilingual } from '../resident/labels.ts';
import type { DepartureLevel } from './plan.ts';

/** A disaster, or a rehearsal of one on copied data. */
export const RESPONSE_KINDS = ['real', 'rehearsal'] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

export const RESPONSE_KIND_LABELS: Readonly<Record<ResponseKind, Bilingual>> = {
  real: { ja: '災害対応', en: 'Emergency response' },
  rehearsal: { ja: '訓練', en: 'Rehearsal' },
};

/** How somebody stands. `no-report`: nobody has said anything yet, which is not "not reached". */
export const RESPONSE_STATUSES = [
  'no-report',
  'not-reached',
  'not-at-home',
  'refuses',
  'preparing',
  'moving',
  'arrived',
] as const;
export type ResponseStatus = (typeof RESPONSE_STATUSES)[number];

export const RESPONSE_STATUS_LABELS: Readonly<Record<ResponseStatus, Bilingual>> = {
  'no-report': { ja: '報告なし', en: 'No report' },
  'not-reached': { ja: '連絡がつかない', en: 'Not reached' },
  'not-at-home': { ja: '不在', en: 'Not at home' },
  refuses: { ja: '避難しない', en: 'Refuses' },
  preparing: { ja: '準備中', en: 'Preparing' },
  moving: { ja: '移動中', en: 'On the way' },
  arrived: { ja: '到着', en: 'Arrived' },
};

/** Who still has to be set going. */
const NOT_STARTED: readonly ResponseStatus[] = [
  'no-report',
  'not-reached',
  'not-at-home',
  'refuses',
  'preparing',
];

/** Where a person of a response comes in the order of whom to move. */
export const RESPONSE_GROUPS = ['red-without-plan', 'timed', 'untimed', 'later-level'] as const;
export type ResponseGroup = (typeof RESPONSE_GROUPS)[number];

export const RESPONSE_GROUP_LABELS: Readonly<Record<ResponseGroup, Bilingual>> = {
  'red-without-plan': {
    ja: '特別警戒区域内で計画のない人',
    en: 'In a red zone and without a plan',
  },
  timed: { ja: '出発の期限が計算できた人', en: 'With a latest start' },
  untimed: { ja: '出発の期限が計算できない人', en: 'Latest start not known' },
  'later-level': { ja: 'レベル4で出発する計画の人', en: 'Plans that begin with level 4' },
};

/** What was copied of a person when the response was opened. */
export interface ResponsePerson {
  readonly id: string;
  /** Place among all who need support; 0 = not ranked. */
  readonly rank: number;
  readonly redRelation: Relation;
  readonly hasPlan: boolean;
  /** The level at which the plan lets the person start; null without a plan. */
  readonly startAt: DepartureLevel | null;
  /** Minutes after that level; null = cannot be reckoned. */
  readonly latestStartMinutes: number | null;
  /** Since when that level, or a graver one, is in force where the person lives; null = it is not. */
  readonly levelSince: string | null;
}

/** When the person has to start at the latest, ISO 8601; null where that is not known, or not due yet. */
export function latestStartOf(person: ResponsePerson): string | null {
  const { latestStartMinutes, levelSince } = person;
  if (groupOf(person) !== 'timed' || latestStartMinutes === null || levelSince === null)
    return null;
  return new Date(Date.parse(levelSince) + latestStartMinutes * 60_000).toISOString();
}

/**
 * Those in a red zone whom no plan gets out come first, by rank: nobody is on the way to them. Where the
 * latest start is not known it is not taken for late or early: these follow by rank.
 */
export function groupOf(person: ResponsePerson): ResponseGroup {
  const { hasPlan, redRelation, startAt, latestStartMinutes, levelSince } = person;
  if (!hasPlan) return redRelation === 'inside' ? 'red-without-plan' : 'untimed';
  if (startAt === null) return 'untimed';
  if (levelSince === null) return 'later-level';
  return latestStartMinutes === null ? 'untimed' : 'timed';
}

/** Late: had to have started, and nobody says that the person is under way. */
export const isLate = (latestStart: string | null, status: ResponseStatus, now: number): boolean =>
  latestStart !== null && NOT_STARTED.includes(status) && Date.parse(latestStart) < now;

export interface ToMove {
  readonly id: string;
  readonly rank: number;
  readonly group: ResponseGroup;
  readonly latestStart: string | null;
  readonly status: ResponseStatus;
  /** The supporter's own, or expected at the facility. */
  readonly isMine: boolean;
}

/**
 * The order of whom to move: whoever has to be set going, then those under way, then who has arrived; in
 * each one's own people first, by group, then by latest start, then by rank.
 */
export function compareToMove(a: ToMove, b: ToMove): number {
  return (
    phaseOf(a) - phaseOf(b) ||
    Number(b.isMine) - Number(a.isMine) ||
    RESPONSE_GROUPS.indexOf(a.group) - RESPONSE_GROUPS.indexOf(b.group) ||
    timeOf(a) - timeOf(b) ||
    rankOf(a) - rankOf(b) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

const phaseOf = ({ status }: ToMove) =>
  NOT_STARTED.includes(status) ? 0 : status === 'moving' ? 1 : 2;
const timeOf = ({ latestStart }: ToMove) => (latestStart === null ? 0 : Date.parse(latestStart));
const rankOf = ({ rank }: ToMove) => (rank === 0 ? Number.MAX_SAFE_INTEGER : rank);
