import { criteria as english } from '../../i18n/en/criteria.ts';
import { criteria as japanese } from '../../i18n/ja/criteria.ts';
import { wordsOfPlace } from '../../i18n/words-of-place.ts';

export type CriteriaWords = ReturnType<typeof criteriaWords>;
export const criteriaWords = wordsOfPlace('criteria', { ja: japanese, en: english });
