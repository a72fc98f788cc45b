import type { Bilingual } from '../resident/labels.ts';

/** Where a plan stands. Everybody who needs support and lives at home is at least `not-started`. */
export const PLAN_STAGES = [
  'not-started',
  'consent-asked',
  'refused',
  'agreed',
  'drafting',
  'route-checked',
  'accepted',
  'person-agreed',
  'shared',
  'in-force',
  'review-due',
  'ended',
] as const;
export type PlanStage = (typeof PLAN_STAGES)[number];

export const PLAN_STAGE_LABELS: Readonly<Record<PlanStage, Bilingual>> = {
  'not-started': { ja: '未着手', en: 'Not started' },
  'consent-asked': { ja: '作成の同意を確認中', en: 'Asked whether to draw one up' },
  refused: { ja: '作成に不同意', en: 'Does not want one' },
  agreed: { ja: '作成に同意', en: 'Wants one' },
  drafting: { ja: '作成中', en: 'Being drawn up' },
  'route-checked': { ja: '経路の確認済み(消防)', en: 'Route checked by the fire department' },
  accepted: { ja: '受け入れの承諾済み', en: 'Accepted by the shelter' },
  'person-agreed': { ja: '本人の同意済み', en: 'Agreed by the person' },
  shared: { ja: '関係者に共有済み', en: 'Shared' },
  'in-force': { ja: '運用中', en: 'In force' },
  'review-due': { ja: '見直しが必要', en: 'Review due' },
  ended: { ja: '終了', en: 'Ended' },
};

/** Why a plan may hold no longer, so that it goes to `review-due`. */
export const REVIEW_REASONS = [
  'zones-at-home',
  'zones-on-route',
  'zones-at-supporter',
  'zones-at-destination',
  'care-level-changed',
  'address-changed',
  'supporter-gone',
  'supporter-moved',
  'destination-closed',
  'destination-full',
  'destination-groups-changed',
  'road-closed',
  'road-width-changed',
  'drill-finding',
  'interval-over',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];
