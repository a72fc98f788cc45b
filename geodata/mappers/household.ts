import type { Household } from '#domain/resident/facts';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import { comparable, NOT_SAID, type Parsed, parsed, textOrNull } from './roster-text.ts';

/** Whole cells, never parts of one: 日中独居 is not 独居, and 同居なし is not 同居. */
const WORDS: Readonly<Record<Household, readonly string[]>> = {
  alone: [
    '独居',
    '独居高齢者',
    '高齢者独居',
    '独居世帯',
    '一人暮らし',
    '一人暮し',
    'ひとり暮らし',
    'ひとり暮し',
    '1人暮らし',
    '1人暮し',
    '一人暮らし高齢者',
    'ひとり暮らし高齢者',
    '単身',
    '単身世帯',
    '単独世帯',
    '単独',
    '一人世帯',
    '1人世帯',
    '1人',
    '一人',
    '同居なし',
    '同居無し',
    '同居者なし',
    '同居家族なし',
  ],
  'elderly-only': [
    '高齢者のみ',
    '高齢者のみの世帯',
    '高齢者のみ世帯',
    '高齢者世帯',
    '高齢世帯',
    '高齢夫婦',
    '高齢者夫婦',
    '高齢夫婦世帯',
    '高齢者夫婦世帯',
    '高齢夫婦のみ',
    '高齢者夫婦のみ',
    '老老世帯',
    '老老介護',
    '老夫婦',
    '老夫婦世帯',
  ],
  'with-family': [
    '同居',
    '家族同居',
    '家族と同居',
    '同居家族あり',
    '同居家族有',
    '同居あり',
    '同居有',
    '同居者あり',
    '子と同居',
    '子供と同居',
    '子ども夫婦と同居',
    '子世帯と同居',
    '息子と同居',
    '娘と同居',
    '親と同居',
    '親族と同居',
    '二世帯',
    '二世帯同居',
    '三世代同居',
    '家族あり',
    '家族と暮らす',
  ],
  facility: [
    '施設',
    '施設入所',
    '施設入所中',
    '施設入居',
    '施設入居中',
    '入所',
    '入所中',
    '施設居住',
    '特養',
    '特別養護老人ホーム',
    '老健',
    '介護老人保健施設',
    '介護医療院',
    'グループホーム',
    '有料老人ホーム',
    'ケアハウス',
    '障害者支援施設',
    'サ高住',
  ],
};

const BY_WORD = new Map(
  (Object.entries(WORDS) as [Household, readonly string[]][]).flatMap(([household, words]) =>
    words.map((word): [string, Household] => [comparable(word), household]),
  ),
);

/** 世帯の状況; a remark in brackets is left aside. */
export function parseHousehold(cell: string | undefined, column = '世帯'): Parsed<Household> {
  const text = textOrNull(cell);
  if (text === null) return NOT_SAID;
  const household = BY_WORD.get(comparable(text).replace(/\(.*\)$/u, ''));
  if (household !== undefined) return parsed(household);
  return parsed<Household>(null, ROSTER_REASONS.unreadable(column, text));
}
