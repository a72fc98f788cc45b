import type { Problem } from '../problem.ts';

/** What may stand in the way of a response. */
export const RESPONSE_FAILURES = {
  unknown: (): Problem => ({
    code: 'response.unknown',
    ja: '災害対応・訓練が見つかりません',
    en: 'There is no such response',
  }),
  stale: (): Problem => ({
    code: 'response.stale',
    ja: '他の人が先に終了または再開しました。読み直してください',
    en: 'Somebody else ended it or took it up again first; read it again',
  }),
  ended: (): Problem => ({
    code: 'response.ended',
    ja: 'この災害対応・訓練は終了しているため、報告は受け付けません',
    en: 'It has ended and takes no more reports',
  }),
  nobody: (): Problem => ({
    code: 'response.nobody',
    ja: '選んだ地区に、名簿の対象者がいません',
    en: 'Nobody on the roster lives in the districts that were chosen',
  }),
  districtUnknown: (names: readonly string[]): Problem => ({
    code: 'response.district-unknown',
    ja: `登録されていない地区です: ${names.join('、')}`,
    en: `There is no such district: ${names.join(', ')}`,
  }),
  levelsUnreadable: (lines: readonly number[]): Problem => ({
    code: 'response.levels-unreadable',
    ja: `「地区,警戒レベル」の形で読めない行があります: ${lines.join('、')}行目`,
    en: `Lines that are not "district,level": ${lines.join(', ')}`,
  }),
  noPlaceForWay: (): Problem => ({
    code: 'response.no-place-for-way',
    ja: '家の位置、または計画の支援者の場所が分からないため、行き方を探せません',
    en: 'Where the person lives, or where the supporter of the plan is, is not known: no way can be looked for',
  }),
  notYourShelter: (): Problem => ({
    code: 'response.not-your-shelter',
    ja: 'この避難所の受付は、この役割ではできません',
    en: 'You do not receive people at this shelter',
  }),
} as const;
