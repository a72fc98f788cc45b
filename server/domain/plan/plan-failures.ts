import type { Problem } from '../problem.ts';
import type { Bilingual } from '../resident/labels.ts';
import { PLAN_STAGE_LABELS, type PlanStage } from './states.ts';
import { PLAN_STEP_LABELS, type PlanStep } from './step-names.ts';

/** What may stand in the way of a plan. */
export const PLAN_FAILURES = {
  stale: (): Problem => ({
    code: 'plan.stale',
    ja: '計画は他の人が先に変更しました。入力は保存していません。両方を合わせたものを返しますので、確かめてもう一度保存してください',
    en: 'Somebody else changed the plan first. Nothing was stored; look at both together and save again',
  }),
  notYours: (step: PlanStep): Problem => ({
    code: 'plan.not-yours',
    ja: `「${PLAN_STEP_LABELS[step].ja}」は、市の設定で別の役割が行います`,
    en: `By the city's setting another role does this: ${PLAN_STEP_LABELS[step].en}`,
  }),
  notNow: (step: PlanStep, stage: PlanStage): Problem => ({
    code: 'plan.not-now',
    ja: `「${PLAN_STAGE_LABELS[stage].ja}」の計画に「${PLAN_STEP_LABELS[step].ja}」は行えません`,
    en: `Not of a plan that stands at "${PLAN_STAGE_LABELS[stage].en}": ${PLAN_STEP_LABELS[step].en}`,
  }),
  incomplete: (missing: readonly Bilingual[]): Problem => ({
    code: 'plan.incomplete',
    ja: `先に次のことが必要です: ${missing.map(({ ja }) => ja).join('、')}`,
    en: `First of all: ${missing.map(({ en }) => en).join('; ')}`,
  }),
  reasonMissing: (): Problem => ({
    code: 'plan.reason-missing',
    ja: '差し戻す理由を書いてください',
    en: 'Say why it is sent back',
  }),
  reviewReasonMissing: (): Problem => ({
    code: 'plan.review-reason-missing',
    ja: '見直しの理由を選んでください',
    en: 'Say why it has to be reviewed',
  }),
  endReasonMissing: (): Problem => ({
    code: 'plan.end-reason-missing',
    ja: '終了の理由を選んでください(「その他」は内容も)',
    en: 'Say why it ends ("other": in words)',
  }),
  notWritable: (stage: PlanStage): Problem => ({
    code: 'plan.not-writable',
    ja: `「${PLAN_STAGE_LABELS[stage].ja}」の計画は書けません。先に作成を始めてください`,
    en: `A plan that stands at "${PLAN_STAGE_LABELS[stage].en}" is not written; begin to draw it up first`,
  }),
  notYoursToWrite: (): Problem => ({
    code: 'plan.not-yours',
    ja: '計画を書くのは、市の設定で別の役割です',
    en: "By the city's setting another role writes plans",
  }),
  nothingToPrint: (): Problem => ({
    code: 'plan.nothing-to-print',
    ja: 'この計画には、その人・施設の分がまだありません',
    en: 'The plan has nothing for them yet',
  }),
  versionUnknown: (): Problem => ({
    code: 'plan-version.unknown',
    ja: '計画のその版はありません',
    en: 'There is no such version of the plan',
  }),
  settingStale: (): Problem => ({
    code: 'plan-setting.stale',
    ja: '計画の手続きの設定は他の人が先に変更しました',
    en: 'Somebody else changed the setting of steps first',
  }),
  settingMisgiven: (tasks: readonly Bilingual[]): Problem => ({
    code: 'plan-setting.misgiven',
    ja: `計画を見られない役割、または市の外の役割には任せられません: ${tasks.map(({ ja }) => ja).join('、')}`,
    en: `Not for roles that see no plan, or that are outside of the city: ${tasks.map(({ en }) => en).join('; ')}`,
  }),
} as const;
