import { chain as english } from '../../../i18n/en/chain.ts';
import { chain as japanese } from '../../../i18n/ja/chain.ts';
import { usePreferences } from '../../../state/preferences.ts';

export type ChainWords = typeof japanese;

export function useChainWords(): ChainWords {
  return usePreferences().language === 'en' ? english : japanese;
}
