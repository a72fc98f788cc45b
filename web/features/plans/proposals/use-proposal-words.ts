import { proposals as english } from '../../../i18n/en/plan-proposals.ts';
import { proposals as japanese } from '../../../i18n/ja/plan-proposals.ts';
import { usePreferences } from '../../../state/preferences.ts';

export type ProposalWords = typeof japanese;

export function useProposalWords(): ProposalWords {
  return usePreferences().language === 'en' ? english : japanese;
}
