import type { FindingChange } from '#domain/drill/evaluate/finding';
import type {
  PublicCount,
  PublicDrillResult,
  PublicShelter,
  PublicStep,
} from '#domain/drill/publish/public-result';
import type { Bilingual } from '#domain/resident/labels';
import { dateWithEra } from '../paper/sheets/plan-words.ts';

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const both = (ja: string, en: string): Bilingual => ({ ja, en });

/** Words of the public results of drills; plain ones, as anybody may read them. */
export const PUBLIC_WORDS = {
  heading: both('福祉避難所開設訓練の結果', 'Results of a welfare-shelter opening drill'),
  about: both(
    '避難の支援が必要な方を受け入れる福祉避難所を、災害に備えて開く練習の結果です。',
    'Results of a practice of opening welfare shelters for people who need support in a disaster.',
  ),
  privacy: both(
    '個人が分かる情報は載せていません。1人から4人までの人数と、それを計算できてしまう数は「5人未満」などとして示しません。',
    'Nothing here tells who took part. Counts of 1 to 4 people, and those that would give them away, are not told.',
  ),
  caution: both(
    '訓練の結果は、実際の災害で同じ時間で受け入れられることを約束するものではありません。',
    'A drill is no promise that people can be received in the same time in a disaster.',
  ),
  summary: both('概要', 'Summary'),
  item: both('項目', 'Item'),
  value: both('内容', 'Content'),
  date: both('実施日', 'Date'),
  participants: both('従事した人', 'Staff who took part'),
  expected: both('受け入れる予定の人', 'People expected'),
  arrived: both('到着した人', 'Arrived'),
  notComing: both('来ないと連絡のあった人', 'Said not to come'),
  missing: both('到着を確認できなかった人', 'Arrival not seen'),
  wheelchair: both('車いすの人', 'In a wheelchair'),
  planned: both('予定の時間', 'Planned time'),
  actual: both('実際の時間', 'Actual time'),
  scenario: both('想定', 'Scenario'),
  levels: both('警戒レベル', 'Warning level'),
  conditions: both('条件', 'Conditions'),
  night: both('夜間', 'night'),
  rain: both('雨', 'rain'),
  powerCut: both('停電', 'power cut'),
  none: both('特になし', 'none'),
  closedRoads: both('通行止めの道路', 'Closed roads'),
  inject: both('状況付与', 'What was told'),
  shelters: both('福祉避難所', 'Shelters'),
  name: both('名称', 'Name'),
  careBeds: both('介護ベッド', 'Care beds'),
  careBedsTaken: both('使った介護ベッド', 'Care beds taken'),
  power: both('医療機器の電源', 'Power of medical devices'),
  position: both('位置(緯度, 経度)', 'Position (lat, lng)'),
  course: both('予定と実際', 'Planned and actual'),
  phase: both('段階', 'Phase'),
  step: both('手順', 'Step'),
  role: both('担当', 'Role'),
  state: both('状態', 'State'),
  done: both('済み', 'done'),
  notDone: both('終わらなかった', 'not done'),
  heldUp: both('滞った理由', 'What held it up'),
  findings: both('見つかった課題', 'Problems found'),
  finding: both('課題', 'Problem'),
  owner: both('担当', 'Seen to by'),
  due: both('期限', 'Due'),
  changes: both('変えるもの', 'What it changes'),
  seenTo: both('対応済み', 'seen to'),
  open: both('対応中', 'open'),
  dataDates: both('もとにしたデータの日付', 'Of when the data are'),
  data: both('データ', 'Data'),
  asOf: both('日付', 'Date'),
  notKnown: both('不明', 'not known'),
  files: both('同じ内容のファイル', 'The same as files'),
  otherLanguage: both('English', '日本語'),
  published: both('公開日', 'Published'),
  list: both(
    '福祉避難所開設訓練の結果の一覧',
    'Published results of welfare-shelter opening drills',
  ),
  toList: both('公開されている訓練の結果の一覧', 'All published results of drills'),
  nothingPublished: both(
    '公開されている訓練の結果はまだありません。',
    'No results of drills are published yet.',
  ),
  drill: both('訓練', 'Drill'),
  withdrawn: both('公開の取り下げ', 'Withdrawn'),
} as const;

const HELD_UP: Readonly<Record<PublicStep['heldUp'][number], Bilingual>> = {
  'took-longer': both('予定より長くかかった', 'took longer than planned'),
  waited: both('始まるまで待った', 'began late'),
  'not-done': both('終わらなかった', 'was not done'),
  problem: both('問題が報告された', 'a problem was reported'),
};
const POWER: Readonly<Record<PublicShelter['power'], Bilingual>> = {
  within: both('足りた', 'enough'),
  over: both('足りなかった', 'not enough'),
  unknown: both('分かりません', 'not known'),
  few: both('人数が少ないため示しません', 'not told, as few people were there'),
};
const CHANGES: Readonly<Record<FindingChange['kind'], Bilingual>> = {
  none: both('―', '–'),
  template: both('手順', 'the manual'),
  'route-closure': both('通る道', 'routes'),
  shelter: both('施設の情報', 'what is said of the shelter'),
  plans: both('個別避難計画', 'individual plans'),
};

type Language = 'ja' | 'en';

/** How values of a result are said in one language. */
export function publicSayer(language: Language) {
  const say = (words: Bilingual) => words[language];
  const isJa = language === 'ja';
  const joined = (texts: readonly string[]) => texts.join(isJa ? '、' : ', ');
  return {
    say,
    joined,
    word: (key: keyof typeof PUBLIC_WORDS) => say(PUBLIC_WORDS[key]),
    day: (date: string) => (isJa ? dateWithEra(date) : ENGLISH_DAY.format(new Date(date))),
    people: (count: PublicCount) =>
      count === null
        ? say(PUBLIC_WORDS.notKnown)
        : count === 'few'
          ? isJa
            ? '5人未満など(示しません)'
            : 'not told (few)'
          : isJa
            ? `${count}人`
            : String(count),
    beds: (count: number | PublicCount) =>
      count === null
        ? say(PUBLIC_WORDS.notKnown)
        : count === 'few'
          ? isJa
            ? '示しません'
            : 'not told'
          : isJa
            ? `${count}台`
            : String(count),
    minutes: (minutes: number | null) =>
      minutes === null
        ? isJa
          ? '記録なし'
          : 'not recorded'
        : isJa
          ? `${minutes}分`
          : `${minutes} min`,
    heldUp: (kinds: PublicStep['heldUp']) => joined(kinds.map((kind) => say(HELD_UP[kind]))),
    power: (state: PublicShelter['power']) => say(POWER[state]),
    changes: (kind: PublicDrillResult['findings'][number]['changes']) => say(CHANGES[kind]),
    level: (minute: number, level: number) =>
      isJa ? `開始${minute}分後からレベル${level}` : `level ${level} from minute ${minute}`,
    at: (minute: number) => (isJa ? `開始${minute}分後` : `minute ${minute}`),
    roads: (count: number) => (isJa ? `${count}本` : String(count)),
  };
}
