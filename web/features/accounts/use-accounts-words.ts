import { accounts as english } from '../../i18n/en/accounts.ts';
import { accounts as japanese } from '../../i18n/ja/accounts.ts';
import { useWords } from '../../i18n/use-words.ts';
import { wordsOfPlace } from '../../i18n/words-of-place.ts';

export type AccountsWords = ReturnType<typeof accountsWords>;
const accountsWords = wordsOfPlace('accounts', { ja: japanese, en: english });

export const useAccountsWords = (): AccountsWords => accountsWords(useWords());
