import type { Bilingual } from '../resident/labels.ts';
import type { ConsentPurpose } from './consent.ts';

/** The articles of 災害対策基本法 by which data is given without consent when lives are at risk. */
export const DISASTER_ARTICLES = ['49-11-3', '49-15-3'] as const;
export type DisasterArticle = (typeof DISASTER_ARTICLES)[number];

/** By which article what somebody did not consent to is given. */
const ARTICLE_OF: Readonly<Record<ConsentPurpose, DisasterArticle>> = {
  roster: '49-11-3',
  plan: '49-15-3',
};

/** For what purposes disaster mode stands in for consent, by the articles that it was opened by. */
export function purposesOpenedBy(
  articles: readonly DisasterArticle[],
): Readonly<Record<ConsentPurpose, boolean>> {
  return {
    roster: articles.includes(ARTICLE_OF.roster),
    plan: articles.includes(ARTICLE_OF.plan),
  };
}

export const ARTICLE_LABELS: Readonly<Record<DisasterArticle, Bilingual>> = {
  '49-11-3': {
    ja: '災害対策基本法第49条の11第3項(名簿情報)',
    en: 'Basic Act on Disaster Management, art. 49-11(3): roster',
  },
  '49-15-3': {
    ja: '災害対策基本法第49条の15第3項(個別避難計画情報)',
    en: 'Basic Act on Disaster Management, art. 49-15(3): individual plans',
  },
};

/** It ends by itself: whoever needs it longer opens it again, with a reason. */
export const MOST_DISASTER_HOURS = 168;
