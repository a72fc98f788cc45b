import type { Problem } from '#domain/problem';

export const PROPOSAL_FAILURES = {
  unknown: (): Problem => ({
    code: 'plan-proposal.unknown',
    ja: 'この提案は見つかりません',
    en: 'There is no such proposal',
  }),
  nobody: (): Problem => ({
    code: 'plan-proposal.nobody',
    ja: 'この条件に当たる人がいません',
    en: 'Nobody meets these conditions',
  }),
  noDestinations: (): Problem => ({
    code: 'plan-proposal.no-destinations',
    ja: '提案できる避難先がありません(位置があり、特別警戒区域の外で、土砂災害に使えて、空きのあるもの)',
    en: 'There is no destination to propose: one with a position, outside of red zones, of use in landslides, with room',
  }),
} as const;
