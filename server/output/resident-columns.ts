import { RESIDENT_COLUMNS, type ResidentColumn } from '#contract/people-desk';
import type { ResidentRow } from '#contract/resident';
import { CARE_LEVEL_LABELS } from '#domain/resident/care-level';
import {
  ACCURACY_LABELS,
  type Bilingual,
  HOUSEHOLD_LABELS,
  PHENOMENON_LABELS,
  PLAN_LABELS,
  RELATION_LABELS,
} from '#domain/resident/labels';
import { plainCell } from './plain-cell.ts';

export type Cell = string | number | null;
export type Language = 'ja' | 'en';

interface Column extends Bilingual {
  readonly cell: (row: ResidentRow, language: Language) => Cell;
}

/** Every column that a file may have, with its head in words. Texts are plain: never a formula. */
const COLUMNS: Readonly<Record<ResidentColumn, Column>> = {
  rank: { ja: '順位', en: 'Rank', cell: (row) => row.rank },
  tier: { ja: '段階', en: 'Tier', cell: (row) => row.tier },
  possibleTier: {
    ja: '不明な点しだいの段階',
    en: 'Possible tier',
    cell: (row) => row.possibleTier,
  },
  score: { ja: '点数', en: 'Score', cell: (row) => row.score },
  rosterNumber: { ja: '名簿番号', en: 'Roster number', cell: (row) => plainCell(row.rosterNumber) },
  name: { ja: '氏名', en: 'Name', cell: (row) => plainCell(row.name) },
  nameKana: { ja: 'フリガナ', en: 'Reading', cell: (row) => plainCell(row.nameKana) },
  age: { ja: '年齢', en: 'Age', cell: (row) => row.age },
  district: { ja: '地区', en: 'District', cell: (row) => plainCell(row.district) },
  address: { ja: '住所', en: 'Address', cell: (row) => plainCell(row.address) },
  careLevel: {
    ja: '要介護度',
    en: 'Care level',
    cell: ({ careLevel }, language) =>
      careLevel === null ? null : CARE_LEVEL_LABELS[careLevel][language],
  },
  household: {
    ja: '世帯',
    en: 'Household',
    cell: ({ household }, language) =>
      household === null ? null : HOUSEHOLD_LABELS[household][language],
  },
  power: {
    ja: '電源に頼る医療機器',
    en: 'Depends on power',
    cell: (row, language) => yesOrNo(row.powerDependent, language),
  },
  supporters: {
    ja: '避難支援等実施者の数',
    en: 'Supporters',
    cell: (row) => row.supporterCount,
  },
  plan: {
    ja: '個別避難計画',
    en: 'Individual evacuation plan',
    cell: ({ plan }, language) => (plan === null ? null : PLAN_LABELS[plan][language]),
  },
  red: {
    ja: '特別警戒区域',
    en: 'Red zone',
    cell: (row, language) => RELATION_LABELS[row.redRelation][language],
  },
  relation: {
    ja: '警戒区域(特別警戒区域を含む)',
    en: 'Any zone',
    cell: (row, language) => RELATION_LABELS[row.relation][language],
  },
  distance: {
    ja: '特別警戒区域の境界まで(メートル、内側は負)',
    en: 'Metres to the red boundary (negative inside)',
    cell: (row) =>
      row.redDistanceMeters === null ? null : Number(row.redDistanceMeters.toFixed(1)),
  },
  phenomena: {
    ja: '現象',
    en: 'Phenomena',
    cell: (row, language) =>
      row.phenomena
        .map((one) => PHENOMENON_LABELS[one][language])
        .join(language === 'ja' ? '、' : ', '),
  },
  accuracy: {
    ja: '位置の精度',
    en: 'Accuracy of the position',
    cell: (row, language) => ACCURACY_LABELS[row.accuracy][language],
  },
  lng: { ja: '経度', en: 'Longitude', cell: (row) => row.position?.[0] ?? null },
  lat: { ja: '緯度', en: 'Latitude', cell: (row) => row.position?.[1] ?? null },
};

/** What a file of the list always had, for programs that read it. */
const USUAL: readonly ResidentColumn[] = RESIDENT_COLUMNS.filter(
  (one) => !['possibleTier', 'household', 'supporters', 'plan'].includes(one),
);

export function columnHeads(
  columns: readonly ResidentColumn[] | undefined,
  language: Language,
): string[] {
  return (columns ?? USUAL).map((column) => COLUMNS[column][language]);
}

export function columnCells(
  columns: readonly ResidentColumn[] | undefined,
  row: ResidentRow,
  language: Language,
): Cell[] {
  return (columns ?? USUAL).map((column) => COLUMNS[column].cell(row, language));
}

function yesOrNo(value: boolean | null, language: Language): string {
  if (value === null) return language === 'ja' ? '不明' : 'Unknown';
  if (language === 'ja') return value ? 'あり' : 'なし';
  return value ? 'Yes' : 'No';
}
