import type { DATASET_STATUSES, DatasetKind, ImportSource } from '#contract/dataset';

const kinds: Readonly<Record<DatasetKind, string>> = {
  zones: '土砂災害の区域',
  shelters: '避難所・避難場所',
  districts: '地区',
  boundary: '市区町村の境界',
  roster: '避難行動要支援者名簿',
  gazetteer: '住所の位置(位置参照情報)',
};
const sources: Readonly<Record<ImportSource, string>> = {
  'ksj-a33': '国土数値情報 土砂災害警戒区域',
  'gsi-shelters': '国土地理院 指定緊急避難場所・指定避難所',
  'standard-shelters': '自治体標準オープンデータ 指定緊急避難場所',
  'welfare-shelters': '福祉避難所の一覧',
  districts: '地区の区割り',
  gazetteer: '位置参照情報・町名の一覧',
  roster: '避難行動要支援者名簿',
};
const sourceFiles: Readonly<Record<ImportSource, string>> = {
  'ksj-a33': 'ZIP、GeoJSON、シェープファイル、GML',
  'gsi-shelters': 'CSV、GeoJSON',
  'standard-shelters': 'CSV',
  'welfare-shelters': 'CSV',
  districts: 'GeoJSON、シェープファイル',
  gazetteer: 'CSV、JSON',
  roster: 'CSV、Excel',
};
const statuses: Readonly<Record<(typeof DATASET_STATUSES)[number], string>> = {
  staging: '取り込み中',
  active: '使用中',
  superseded: '以前のデータ',
  failed: '取り込めませんでした',
  'rolled-back': '取り消し済み',
};

export const data = {
  title: 'データ',
  kinds,
  sources,
  sourceFiles,
  statuses,
  inUse: '使用中のデータ',
  former: '以前のデータ',
  asOf: 'データの日付',
  importedAt: '取り込み',
  files: 'ファイル',
  credit: '出典',
  licence: '利用条件',
  held: '確認を待っています',
  noDate: '記載なし',
  notSaid: '記載なし',
  counts: {
    read: '読み取り',
    accepted: '採用',
    repaired: '修正',
    rejected: '取り込まず',
    skipped: '対象外',
  },
  difference: { added: '追加', changed: '変更', removed: '削除', unchanged: '同じ' },
  differenceOfPeople: {
    added: '新しい人',
    changed: '変わった人',
    removed: '名簿から消えた人(記録は残します)',
    unchanged: '同じ',
  },
  downloadRejects: (count: string) => `取り込まなかった${count}件をCSVで保存`,
  rollBack: {
    open: '前のデータに戻す',
    confirm: '戻す',
    running: '戻しています',
    keep: '今のデータのまま',
  },
  newMunicipality: {
    open: '市区町村を登録する',
    code: '全国地方公共団体コード(5桁)',
    name: '名前',
    create: '登録する',
    creating: '登録しています',
    cancel: 'やめる',
  },
  empty: {
    title: 'データがまだありません',
    text: '区域・避難所・名簿などのファイルを、上の枠に置いて取り込んでください。',
  },
  import: {
    options: {
      title: 'くわしい設定',
      byTheFile: 'ファイルから読み取る',
      names: {
        asOf: 'データの日付',
        encoding: '文字コード',
        planeZone: '平面直角座標系の系番号',
        nameAttribute: '名前が入っている属性',
        sheet: 'シートの名前か番号',
        clip: '市区町村の境界にかかる区域だけ',
        boundary: '地区ではなく市区町村の境界として',
      },
    },
    countsTitle: '読み取った記録',
    reasons: '取り込まなかった理由',
    skipped: '対象外の内訳',
    differenceTitle: '使用中のデータとの違い',
    assessment: {
      newlyInside: '新たに区域内',
      noLongerInside: '区域内でなくなった',
      newlyUndetermined: '新たに判定できない',
      noLongerUndetermined: '判定できるようになった',
    },
    encoding: '文字コード',
    crs: '座標系',
    duration: (seconds: string) => `${seconds}秒`,
  },
};
