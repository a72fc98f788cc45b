import type { Problem } from '../problem.ts';

export type ChartProblem = Problem;

const formula = (ja: string, en: string): Problem => ({
  code: 'chart.formula',
  ja: `計算式の${ja}`,
  en: `Formula: ${en}`,
});

/** What can stand in the way of charts, in words. Places in a formula are counted from 1. */
export const CHART_PROBLEMS = {
  strangeCharacter: (at: number, character: string) =>
    formula(
      `${at}文字目の「${character}」は使えません。数、+ - × ÷、かっこ、項目の名前で書いてください`,
      `character ${at}, "${character}", cannot be used: write numbers, + - * /, brackets and names`,
    ),
  bracketOpen: (at: number) =>
    formula(`${at}文字目の「[」が閉じていません`, `"[" at character ${at} is not closed`),
  unexpected: (at: number, found: string) =>
    formula(
      found === ''
        ? '終わりが足りません。続きの数か名前を書いてください'
        : `${at}文字目の「${found}」はここには書けません。数か名前か「(」が入ります`,
      found === ''
        ? 'something is missing at the end: a number or a name'
        : `"${found}" cannot stand at character ${at}: a number, a name or "(" can`,
    ),
  trailing: (at: number, found: string) =>
    formula(
      `${at}文字目の「${found}」の前に + - × ÷ が要ります`,
      `an operator is missing before "${found}" at character ${at}`,
    ),
  notClosed: (at: number) =>
    formula(`${at}文字目までに「)」が足りません`, `")" is missing by character ${at}`),
  unknownFunction: (at: number, name: string) =>
    formula(
      `${at}文字目の「${name}」という計算はありません。使えるのは 合計(…) と 割合(…, …) です`,
      `there is no function "${name}" (character ${at}); there are sum(…) and ratio(…, …)`,
    ),
  wrongCount: (at: number, name: string, wanted: string, found: number) =>
    formula(
      `${at}文字目の「${name}」には値が${wanted}要ります(今は${found}個)`,
      `"${name}" at character ${at} takes another number of values (${found} are given)`,
    ),
  unknownName: (at: number, name: string) =>
    formula(
      `${at}文字目の「${name}」という数値も項目もありません。名前を確かめてください`,
      `there is no fact or item "${name}" (character ${at})`,
    ),
  retiredName: (at: number, name: string, retiredOn: string) =>
    formula(
      `${at}文字目の「${name}」は${retiredOn}に廃止された項目です。別の項目に替えるか、廃止を取り消してください`,
      `"${name}" at character ${at} was retired on ${retiredOn}: use another item, or bring it back`,
    ),
  circle: (name: string) =>
    formula(`「${name}」が自分自身を使っています`, `"${name}" refers to itself`),
  tooLong: () => formula('長さは500文字までです', 'at most 500 characters'),
  sameItem: (id: string): Problem => ({
    code: 'chart.items',
    ja: `項目「${id}」が2つあります`,
    en: `There are two items "${id}"`,
  }),
  wrongItem: (label: string, problem: Problem): Problem => ({
    code: problem.code,
    ja: `項目「${label}」: ${problem.ja}`,
    en: `Item "${label}": ${problem.en}`,
  }),
  itemsStale: (): Problem => ({
    code: 'chart.stale',
    ja: '項目は他の人が先に変更しました。入力は送っていません。今の項目と見比べて、もう一度保存してください',
    en: 'Somebody else changed the items first; nothing was stored. Compare and save again',
  }),
  noDistrict: (): Problem => ({
    code: 'chart-district.unknown',
    ja: 'この地区は今の地区の一覧にありません',
    en: 'There is no such district now',
  }),
  noDistricts: (): Problem => ({
    code: 'chart.no-districts',
    ja: '地区がありません。先に地区の境界を取り込んでください',
    en: 'There are no districts; import their boundaries first',
  }),
  noSnapshot: (month: string): Problem => ({
    code: 'chart-snapshot.unknown',
    ja: `${month}の記録がありません`,
    en: `There is no snapshot of ${month}`,
  }),
  releasedAlready: (month: string): Problem => ({
    code: 'chart.released',
    ja: `${month}分はもう公開しています。同じ月を出し直すと、前のものとの差から人数が分かるため、出し直せません`,
    en: `${month} has been published. Published again, few people could be reckoned from the difference`,
  }),
  noItem: (): Problem => ({
    code: 'chart-item.unknown',
    ja: 'この項目はカルテにありません',
    en: 'The charts have no such item',
  }),
  importUnknown: (): Problem => ({
    code: 'chart-import.unknown',
    ja: 'この取り込みは見つかりません',
    en: 'There is no such import',
  }),
  releaseUnknown: (): Problem => ({
    code: 'chart-release.unknown',
    ja: 'この公開データはありません',
    en: 'There is no such release',
  }),
  figuresUnreadable: (missing: string): Problem => ({
    code: 'chart.figures-layout',
    ja: `CSVに必要な列がありません: ${missing}。1行目を 地区名,時点,項目,値 にしてください`,
    en: `The CSV lacks columns: ${missing}. The first line is 地区名,時点,項目,値`,
  }),
} as const;
