import type { CriteriaEffect } from '#contract/criteria-desk';
import { formatNumber } from '../../i18n/format.ts';
import type { CriteriaWords } from './criteria-words.ts';

/** What would change, first and in one sentence: that nobody changes tier is half of it where the order moves. */
export function effectHeadline(
  { changed, residents, reordered }: Pick<CriteriaEffect, 'changed' | 'residents' | 'reordered'>,
  say: CriteriaWords['criteria']['effect'],
): string {
  if (changed > 0) return say.changed(formatNumber(changed), formatNumber(residents));
  return reordered > 0 ? say.onlyOrder(formatNumber(reordered)) : say.none;
}
