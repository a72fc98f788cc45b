import type { Problem } from '../problem.ts';

/** What may stand in the way of recording consents and of disaster mode. */
export const ACCESS_FAILURES = {
  consentStale: (): Problem => ({
    code: 'consent.stale',
    ja: '同意の記録は他の人が先に変更しました。入力は保存していません。今の記録と見比べてください',
    en: 'Somebody else changed the record of consent first. Nothing was stored; compare with what stands now',
  }),
  consentIncomplete: (): Problem => ({
    code: 'consent.incomplete',
    ja: '同意・不同意・撤回には、本人が意思を示した日と、説明した人を記録してください',
    en: 'Say on what day the person decided and who explained it',
  }),
  consentInFuture: (): Problem => ({
    code: 'consent.in-future',
    ja: '本人が意思を示した日が、今日より後になっています',
    en: 'The day of the decision is in the future',
  }),
  consentNamesFacilities: (): Problem => ({
    code: 'consent.names-facilities',
    ja: '提供先の福祉避難所は、個別避難計画の同意に記録してください',
    en: 'Facilities belong to the consent to give the plan',
  }),
  scanUnknown: (): Problem => ({
    code: 'consent-scan.unknown',
    ja: '書面の画像が見つかりません',
    en: 'There is no such scan',
  }),
  scanUnreadable: (): Problem => ({
    code: 'consent-scan.unreadable',
    ja: '書面はPDF、PNG、JPEGのファイルで添付してください',
    en: 'Attach the paper as PDF, PNG or JPEG',
  }),
  ruleStale: (): Problem => ({
    code: 'consent-rule.stale',
    ja: '条例による提供の設定は他の人が先に変更しました',
    en: 'Somebody else changed whether an ordinance holds first',
  }),
  ruleWithoutOrdinance: (): Problem => ({
    code: 'consent-rule.no-ordinance',
    ja: '条例の名称と条番号を書いてください',
    en: 'Name the ordinance and its article',
  }),
  disasterModeUnknown: (): Problem => ({
    code: 'disaster-mode.unknown',
    ja: '災害時の情報提供の記録が見つかりません',
    en: 'There is no such disaster mode',
  }),
  disasterModeEnded: (): Problem => ({
    code: 'disaster-mode.ended',
    ja: 'この災害時の情報提供はもう終わっています',
    en: 'This disaster mode has ended already',
  }),
  districtUnknown: (names: readonly string[]): Problem => ({
    code: 'disaster-mode.district-unknown',
    ja: `この自治体にない地区です: ${names.join('、')}`,
    en: `The municipality has no such district: ${names.join(', ')}`,
  }),
} as const;
