import { useWords } from '../../i18n/use-words.ts';
import { type CriteriaWords, criteriaWords } from './criteria-words.ts';

export const useCriteriaWords = (): CriteriaWords => criteriaWords(useWords());
