import type { Problem } from '#domain/problem';
import type { CriteriaRemark } from './content-errors.ts';

/** Why criteria cannot be worked on or adopted. */
export const CRITERIA_FAILURES = {
  draftUnknown: (): Problem => ({
    code: 'criteria-draft.unknown',
    ja: '基準の下書きが見つかりません。採用されたか、取り消された可能性があります',
    en: 'There is no such draft; it may have been adopted or thrown away',
  }),
  draftStale: (): Problem => ({
    code: 'criteria-draft.stale',
    ja: '下書きは他の人が先に変更しました。両方を見くらべて選んでください',
    en: 'The draft was changed by somebody else; look at both and choose',
  }),
  notFinished: ([first]: readonly CriteriaRemark[]): Problem => ({
    code: 'criteria-draft.not-finished',
    ja: `直すところが残っているため採用できません: ${first?.ja ?? ''}`,
    en: `It cannot be adopted before it is put right: ${first?.en ?? ''}`,
  }),
  notYetEffective: (today: string): Problem => ({
    code: 'criteria.not-yet-effective',
    ja: `先の日付では採用できません(今日は ${today})。採用するとすぐに順位が付け直されるためです。その日まで下書きのまま置けます`,
    en: `A date to come cannot be given (today is ${today}), because adopting ranks everybody at once. It can stay a draft until then`,
  }),
} as const;
