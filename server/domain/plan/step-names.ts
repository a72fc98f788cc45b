import type { Bilingual } from '../resident/labels.ts';

/** What moves a plan on, or back. The rules of each stand in steps.ts. */
export const PLAN_STEPS = [
  'ask-consent',
  'record-agreement',
  'record-refusal',
  'begin-draft',
  'check-route',
  'accept',
  'agree',
  'share',
  'put-in-force',
  'call-review',
  'confirm-still-right',
  'revise',
  'send-back',
  'end',
  'reopen',
] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

export const PLAN_STEP_LABELS: Readonly<Record<PlanStep, Bilingual>> = {
  'ask-consent': { ja: '作成の同意を本人に尋ねる', en: 'Ask whether to draw one up' },
  'record-agreement': { ja: '作成への同意を記録する', en: 'Record that the person wants one' },
  'record-refusal': { ja: '不同意・同意の撤回を記録する', en: 'Record a refusal or withdrawal' },
  'begin-draft': { ja: '作成を始める', en: 'Begin to draw it up' },
  'check-route': { ja: '経路を確認した(消防)', en: 'Route checked (fire department)' },
  accept: { ja: '受け入れを承諾した(避難先)', en: 'Accepted (destination)' },
  agree: { ja: '本人が内容に同意した', en: 'The person agreed to what it says' },
  share: { ja: '関係者に共有する', en: 'Share with those concerned' },
  'put-in-force': { ja: '運用を始める', en: 'Put in force' },
  'call-review': { ja: '見直しを求める', en: 'Call for a review' },
  'confirm-still-right': { ja: '内容に変わりがないことを確認した', en: 'Checked: still right' },
  revise: { ja: '書き直す', en: 'Revise' },
  'send-back': { ja: '差し戻す', en: 'Send back' },
  end: { ja: '終了する', en: 'End' },
  reopen: { ja: '再開する', en: 'Reopen' },
};

/** Why a plan ends. People in a facility have the plan of the facility. */
export const END_REASONS = ['moved-away', 'died', 'facility', 'other'] as const;
export type EndReason = (typeof END_REASONS)[number];

export const END_REASON_LABELS: Readonly<Record<EndReason, Bilingual>> = {
  'moved-away': { ja: '転出', en: 'Moved away' },
  died: { ja: '死亡', en: 'Died' },
  facility: { ja: '施設入所', en: 'Lives in a facility' },
  other: { ja: 'その他', en: 'Other' },
};

/** Whose word a plan needs; each stands until what it was said of changes. */
export const APPROVALS = ['route', 'shelter', 'person'] as const;
export type Approval = (typeof APPROVALS)[number];

export const APPROVAL_LABELS: Readonly<Record<Approval, Bilingual>> = {
  route: { ja: '消防の経路確認', en: 'Check of the route by the fire department' },
  shelter: { ja: '避難先の承諾', en: 'Acceptance by the destination' },
  person: { ja: '計画の内容への本人の同意', en: "The person's agreement to what the plan says" },
};

/** Who is in charge of a step, by the city's sharing of roles: inside the city hall, outside, the person. */
export const PARTIES = [
  'disaster-prevention',
  'fire',
  'welfare',
  'welfare-professional',
  'facility',
  'community',
  'support-group',
  'person',
] as const;
export type Party = (typeof PARTIES)[number];

export const PARTY_LABELS: Readonly<Record<Party, Bilingual>> = {
  'disaster-prevention': { ja: '防災部局', en: 'Disaster prevention' },
  fire: { ja: '消防', en: 'Fire department' },
  welfare: { ja: '福祉部局', en: 'Welfare' },
  'welfare-professional': {
    ja: '福祉専門職(ケアマネジャー等)',
    en: 'Welfare professionals (care managers …)',
  },
  facility: { ja: '受け入れ施設', en: 'Receiving facilities' },
  community: { ja: '地域(自治会・自主防災組織)', en: 'Community' },
  'support-group': { ja: '支援団体', en: 'Support groups' },
  person: { ja: '本人・家族', en: 'Person and family' },
};

/** Steps that a city may do without. */
export const OPTIONAL_STEPS = ['check-route', 'accept', 'share'] as const satisfies PlanStep[];
export type OptionalStep = (typeof OPTIONAL_STEPS)[number];

/** What is given to roles: each step, and writing the content itself. */
export const PLAN_TASKS = ['write', ...PLAN_STEPS] as const;
export type PlanTask = (typeof PLAN_TASKS)[number];
