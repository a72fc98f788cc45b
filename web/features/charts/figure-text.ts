import type { FigureOnWire } from '#contract/chart';
import type { Words } from '../../i18n/words.ts';
import type { ChartWords } from './use-chart-words.ts';

interface Shown {
  readonly decimals: number;
  readonly unit: { readonly ja: string; readonly en: string };
}

export const numberText = (value: number, decimals: number): string =>
  value.toLocaleString('en-US', {
    ...{ minimumFractionDigits: decimals, maximumFractionDigits: decimals },
  });

/** A figure with its unit, or in a word why there is none. */
export function figureText(
  figure: FigureOnWire | null | undefined,
  item: Shown,
  words: Words,
  say: ChartWords,
): string {
  if (figure === null || figure === undefined) return '–';
  switch (figure.state) {
    case 'known':
      return `${numberText(figure.value, item.decimals)} ${words.pick(item.unit)}`;
    case 'hidden':
      return say.states.hiddenShort;
    default:
      return say.states[figure.state];
  }
}

/** More of why there is no figure; null where there is one, or nothing more to say. */
export function reasonText(figure: FigureOnWire, words: Words, say: ChartWords): string | null {
  if (figure.state === 'hidden') return say.states.hidden;
  if (figure.state === 'not-computable' || figure.state === 'wrong')
    return words.pick(figure.reason);
  return null;
}

export const valueOfFigure = (figure: FigureOnWire | null | undefined): number | null =>
  figure?.state === 'known' ? figure.value : null;

/** `2026-11-01` → 2026年11月 */
export function monthText(month: string, language: Words['language']): string {
  const [year, number] = month.split('-');
  return language === 'ja' ? `${year}年${Number(number)}月` : `${year}-${number}`;
}
