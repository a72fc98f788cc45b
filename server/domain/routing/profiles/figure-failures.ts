import type { Problem } from '../../problem.ts';

/** What may stand in the way of changing the figures of a profile. */
export const FIGURE_FAILURES = {
  stale: (): Problem => ({
    code: 'travel-profile.stale',
    ja: '移動手段の数値は他の人が先に変更しました。入力は保存していません。今の内容と見比べてください',
    en: 'Somebody else changed the figures first. Nothing was stored; compare with what stands now',
  }),
} as const;
