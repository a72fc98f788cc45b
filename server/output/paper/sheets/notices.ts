import { PLAN_STAGE_LABELS, type PlanStage } from '#domain/plan/states';
import type { NoticesBlock } from '../sheet.ts';

/** Stands on every paper about a plan (内閣府 取組指針, 2021; what the cities print on theirs). */
export const NO_GUARANTEE: NoticesBlock = {
  kind: 'notices',
  title: { ja: 'かならずお読みください', en: 'Please read' },
  lines: [
    'この計画は、災害のときに支援が受けられることを約束するものではありません。',
    '支援する人は、法的な義務や責任を負いません。支援する人と家族の身の安全が先です。',
    '区域の外でも土砂災害は起こることがあります。ようすがおかしいと感じたら、早めに避難してください。',
  ],
};

export const SHORT_NOTICE =
  '支援を約束するものではありません。支援する人に法的な義務や責任はなく、自分と家族の身の安全が先です。';

export const CONFIDENTIAL =
  '個人情報です。避難の支援のためだけに使い、ほかの人に見せたり渡したりしないでください。';

const IN_USE: readonly PlanStage[] = ['shared', 'in-force'];

/** Said above everything, where the plan is not one to rely on yet or any more. */
export function stageWarning(stage: PlanStage): string | null {
  if (IN_USE.includes(stage)) return null;
  if (stage === 'review-due')
    return '見直しが必要な計画です。内容が今の状況と合わないおそれがあります。市の担当にご確認ください。';
  if (stage === 'ended') return '終了した計画です。使わないでください。';
  return `まだ運用していない計画です(${PLAN_STAGE_LABELS[stage].ja})。`;
}
