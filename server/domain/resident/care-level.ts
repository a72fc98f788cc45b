/**
 * 要介護状態区分: 01 not eligible, 06 project participant, 12–13 support 1–2, 21–25 care 1–5;
 * 11 is the retired 経過的要介護.
 */
export const CARE_LEVELS = ['01', '06', '11', '12', '13', '21', '22', '23', '24', '25'] as const;
export type CareLevel = (typeof CARE_LEVELS)[number];

/** Words of the screen for each code. */
export const CARE_LEVEL_LABELS: Readonly<Record<CareLevel, { ja: string; en: string }>> = {
  '01': { ja: '非該当', en: 'Not eligible' },
  '06': { ja: '事業対象者', en: 'Project participant' },
  '11': { ja: '経過的要介護', en: 'Transitional care' },
  '12': { ja: '要支援1', en: 'Support 1' },
  '13': { ja: '要支援2', en: 'Support 2' },
  '21': { ja: '要介護1', en: 'Care 1' },
  '22': { ja: '要介護2', en: 'Care 2' },
  '23': { ja: '要介護3', en: 'Care 3' },
  '24': { ja: '要介護4', en: 'Care 4' },
  '25': { ja: '要介護5', en: 'Care 5' },
};
