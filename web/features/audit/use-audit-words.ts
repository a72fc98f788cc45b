import { audit as english } from '../../i18n/en/audit.ts';
import { audit as japanese } from '../../i18n/ja/audit.ts';
import { useWords } from '../../i18n/use-words.ts';
import { wordsOfPlace } from '../../i18n/words-of-place.ts';

export type AuditWords = ReturnType<typeof auditWords>;
export const auditWords = wordsOfPlace('audit', { ja: japanese, en: english });

export const useAuditWords = (): AuditWords => auditWords(useWords());
