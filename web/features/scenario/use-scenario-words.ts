import { scenario as english } from '../../i18n/en/scenario.ts';
import { scenario as japanese } from '../../i18n/ja/scenario.ts';
import { useWords } from '../../i18n/use-words.ts';
import { wordsOfPlace } from '../../i18n/words-of-place.ts';

export type ScenarioWords = ReturnType<typeof scenarioWords>;
export const scenarioWords = wordsOfPlace('scenario', { ja: japanese, en: english });

export const useScenarioWords = (): ScenarioWords => scenarioWords(useWords());
