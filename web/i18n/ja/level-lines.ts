import type { RefusedLevelLine } from '#domain/plan/response-levels';

const why: Readonly<Record<RefusedLevelLine['why'], string>> = {
  'no-district': '地区の名前がありません',
  'unknown-district': '登録されていない地区です',
  'no-level': '警戒レベルの数字(2〜5)がありません',
  twice: '同じ地区に別の警戒レベルが書かれています',
};

/** What is said of a list of districts with their levels. */
export const levelLines = {
  file: '地区ごとの警戒レベルの一覧(CSV)を読み込む',
  hint: '1行に「地区,警戒レベル」。例: 山手,4。下の欄に入るだけで、保存するまで何も変わりません。',
  taken: (count: string) =>
    `${count}地区の警戒レベルを下の欄に入れました。確かめてから保存してください。`,
  refused: '次の行が読めないため、何も入れていません。',
  line: (line: string, text: string) => `${line}行目「${text}」`,
  why,
};
