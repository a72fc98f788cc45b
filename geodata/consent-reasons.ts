import type { ImportReason } from './item.ts';

/** Every reason of its own that the importer of consents can give. None quotes a name. */
export const CONSENT_REASONS = {
  blankRow: { code: 'consent.blank-row', ja: '空の行です', en: 'Blank row' },
  numberMissing: {
    code: 'consent.number-missing',
    ja: '名簿番号がないため、だれの同意か判別できません。名簿番号を入れて取り込み直してください',
    en: 'No roster number: whose consent it is cannot be told. Fill it in and import again',
  },
  purposeUnknown: (text: string): ImportReason => ({
    code: 'consent.purpose-unknown',
    ja: `目的『${text}』を読めません。「名簿」か「計画」と書いてください`,
    en: `Cannot read the purpose “${text}”: write 名簿 (roster) or 計画 (plan)`,
  }),
  stateUnknown: (text: string): ImportReason => ({
    code: 'consent.state-unknown',
    ja: `状態『${text}』を読めません。「未確認」「確認中」「同意」「不同意」「撤回」のどれかを書いてください`,
    en: `Cannot read the state “${text}”: write 未確認, 確認中, 同意, 不同意 or 撤回`,
  }),
  dateUnreadable: (text: string): ImportReason => ({
    code: 'consent.date-unreadable',
    ja: `年月日『${text}』を読めません。令和8年4月1日、2026/4/1 のように書いてください`,
    en: `Cannot read the date “${text}”: write it as 2026/4/1 or 令和8年4月1日`,
  }),
  undecidedDate: {
    code: 'consent.incomplete',
    ja: '同意・不同意・撤回には、年月日と説明した人が要ります',
    en: 'Agreed, refused and withdrawn need a date and who explained it',
  },
  paperUnreadable: (text: string): ImportReason => ({
    code: 'consent.paper-unreadable',
    ja: `書面『${text}』を読めません: 書面なしとして取り込みます`,
    en: `Cannot read on paper “${text}”: taken as not on paper`,
  }),
  inFuture: {
    code: 'consent.in-future',
    ja: '年月日が取り込む日より後です',
    en: 'The date is after the day of the import',
  },
  personUnknown: {
    code: 'consent.person-unknown',
    ja: 'この名簿番号の人は、今の名簿にいません。先に名簿を取り込むか、番号を確かめてください',
    en: 'Nobody on the roster has this number: import the roster first, or check the number',
  },
  older: {
    code: 'consent.older-than-kept',
    ja: '登録してある記録のほうが新しいため、そのままにしました(撤回が古い一覧で消えることはありません)',
    en: 'What is on record is newer and was kept: no old list undoes a withdrawal',
  },
} as const;
