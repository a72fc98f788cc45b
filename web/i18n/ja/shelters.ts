import type { ShelterCondition } from '../../state/view-state.ts';

const conditions: Readonly<Record<ShelterCondition, string>> = {
  inside: '区域内',
  near: '区域の近く',
  undetermined: '判定できません',
  'not-for-landslide': '土砂災害の指定なし',
  welfare: '福祉避難所',
  conflict: '一覧の食い違い',
  edited: '職員が修正',
  'outside-boundary': '市境の外',
};

export const shelters = {
  title: '避難所・避難場所の一覧',
  conditions,
  filtersLabel: '避難所の絞り込み',
  all: 'すべて',
  count: (count: string) => `${count}か所`,
  inZone: (count: string) => `区域内の避難所 ${count}か所`,
  columns: { name: '名前', relation: '区域との関係', kind: '種類', capacity: '収容人数' },
  sortLabel: '並べ替え',
  ascending: '昇順',
  descending: '降順',
  csv: 'CSV',
  csvLabel: '避難所の一覧をCSVで保存',
  capacity: (count: string) => `収容${count}人`,
  accepts: (groups: string) => `受入 ${groups}`,
  edited: '職員が修正',
  overtaken: '修正後に一覧が変わりました',
  conflictOf: (fields: string) => `一覧の食い違い(${fields})`,
  insideRed: '特別警戒区域内',
  insideYellow: '警戒区域内',
  conflictBy: (metres: string) => `位置の食い違い ${metres}`,
  noPosition: '位置が載っていません',
  none: {
    title: 'あてはまる避難所はありません',
    text: '絞り込みを外すと、ほかの避難所が出ます。',
    action: 'すべての避難所を出す',
  },
  empty: {
    title: '避難所の一覧がまだありません',
    text: 'データの画面で、指定緊急避難場所・指定避難所・福祉避難所のファイルを取り込んでください。',
    action: 'データの画面を開く',
  },
};
