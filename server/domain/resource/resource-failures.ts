import type { Problem } from '../problem.ts';

/** What may stand in the way of changing social resources. */
export const RESOURCE_FAILURES = {
  unknown: (): Problem => ({
    code: 'resource.unknown',
    ja: '地域の資源が見つかりません',
    en: 'There is no such resource',
  }),
  stale: (): Problem => ({
    code: 'resource.stale',
    ja: '他の人が先に変更しました。入力は消えていません。今の内容と見比べてください',
    en: 'Somebody else changed it first. What you entered is not lost; compare with what stands now',
  }),
  hoursUnreadable: (detail: string): Problem => ({
    code: 'resource.hours-unreadable',
    ja: `開いている時間を読めません。「Mo-Fr 09:00-17:00; PH off」のように書いてください(${detail})`,
    en: `The opening hours cannot be read; write them like "Mo-Fr 09:00-17:00; PH off" (${detail})`,
  }),
  fileUnreadable: (): Problem => ({
    code: 'resource.file-unreadable',
    ja: 'CSVとして読めないファイルです。「名称」と「種類」の列が必要です',
    en: 'The file is no CSV with the columns 名称 and 種類',
  }),
  personUnplaced: (): Problem => ({
    code: 'resource.person-unplaced',
    ja: 'この人の家の位置が分からないため、歩いて行ける範囲を調べられません',
    en: 'The position of this person’s home is not known, so what is within walking distance cannot be found',
  }),
} as const;
