import type { CutOffAnswer } from '#contract/cut-off';
import type { Words } from '../../i18n/words.ts';
import { durationText } from './route-text.ts';
import type { RouteWords } from './use-route-words.ts';

type Reach = CutOffAnswer['people'][number]['foot'];

/** How somebody fares with the closures: in words, with minutes and metres where the way is longer. */
export function reachText(reach: Reach, words: Words, say: RouteWords): string {
  if (reach.state !== 'longer') return say.cutOff.state[reach.state];
  const seconds = reach.extraSeconds ?? 0;
  const meters = reach.extraRedMeters ?? 0;
  const text = durationText(Math.abs(seconds), say);
  return [
    seconds >= 0 ? say.cutOff.longerBy(text) : say.cutOff.shorterBy(text),
    ...(meters >= 1 ? [say.cutOff.moreRed(words.metersText(meters))] : []),
  ].join(words.comma);
}
