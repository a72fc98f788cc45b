import type { Problem } from '#domain/problem';

/** What may stand in the way of keeping closures. */
export const CLOSURE_FAILURES = {
  unknown: (): Problem => ({
    code: 'closure-scenario.unknown',
    ja: '通行止めの想定が見つかりません',
    en: 'There is no such set of closures',
  }),
  stale: (): Problem => ({
    code: 'closure-scenario.stale',
    ja: '通行止めの想定は他の人が先に変更しました。入力は保存していません。今の内容と見比べてください',
    en: 'The set of closures was changed by somebody else first. Nothing was stored; compare with what stands now',
  }),
  empty: (): Problem => ({
    code: 'closure-scenario.empty',
    ja: '通れないとする道がありません',
    en: 'Nothing is taken as closed',
  }),
} as const;
