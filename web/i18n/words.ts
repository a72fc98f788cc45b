import { CARE_LEVEL_LABELS, type CareLevel } from '#domain/resident/care-level';
import { formatDate, formatMeters, formatMoment, formatNumber } from './format.ts';
import type { Language } from './language.ts';
import { japanese, type Messages } from './messages.ts';

/** The catalogue of a language, with the formats that depend on it. */
export interface Words extends Messages {
  readonly language: Language;
  /** Between the parts of a list. */
  readonly comma: string;
  /** Between facts that stand in one line. */
  readonly dot: string;
  readonly date: (isoDate: string) => string;
  readonly moment: (isoMoment: string) => string;
  /** A figure of people; null = hidden, as few would be pointed at. */
  readonly count: (people: number | null) => string;
  readonly metersText: (meters: number) => string;
  readonly careLevel: (level: CareLevel) => string;
  /** The server's texts come in both languages. */
  readonly pick: (text: { readonly ja: string; readonly en: string }) => string;
}

export function wordsOf(language: Language, messages: Messages = japanese): Words {
  return {
    ...messages,
    language,
    comma: language === 'ja' ? '、' : ', ',
    dot: language === 'ja' ? ' ・ ' : ' · ',
    date: (isoDate) => formatDate(isoDate, language),
    moment: (isoMoment) => formatMoment(isoMoment, language),
    count: (people) => (people === null ? messages.terms.hiddenCount : formatNumber(people)),
    metersText: (meters) => formatMeters(meters, language),
    careLevel: (level) => CARE_LEVEL_LABELS[level][language],
    pick: (text) => text[language],
  };
}
