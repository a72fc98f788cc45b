import type { ResidentRow } from '#contract/resident';
import type { ShelterRow } from '#contract/shelter';
import type { Relation } from '#domain/hazard/relation';
import { CARE_LEVEL_LABELS } from '#domain/resident/care-level';
import { RELATION_LABELS } from '#domain/resident/labels';
import { EQUIPMENT_LABELS, SHELTER_KIND_LABELS } from '#domain/shelter/labels';
import { plainCell } from '../../output/plain-cell.ts';
import type { BodyWriter } from '../endpoint.ts';
import { csvBody } from './csv-body.ts';

type Language = 'ja' | 'en';
type Cell = string | number | null;
interface Column<Row> {
  readonly ja: string;
  readonly en: string;
  cell(row: Row, language: Language): Cell;
}

/** Somebody with how they lie to the one area that the file is about. */
export interface ConcernedResident {
  readonly row: ResidentRow;
  readonly relation: Relation;
  readonly signedDistanceMeters: number | null;
}

const yesNo = (value: boolean | null, language: Language): string => {
  const words = language === 'ja' ? ['不明', 'はい', 'いいえ'] : ['unknown', 'yes', 'no'];
  return words[value === null ? 0 : value ? 1 : 2] ?? '';
};
const listed = (values: readonly string[] | null, language: Language): Cell =>
  values === null ? null : plainCell(values.join(language === 'ja' ? '、' : ', '));
const decimal = (meters: number | null): Cell =>
  meters === null ? null : Number(meters.toFixed(1));

const SHELTER_COLUMNS: readonly Column<ShelterRow>[] = [
  { ja: '種類', en: 'Kind', cell: (row, language) => SHELTER_KIND_LABELS[row.kind][language] },
  { ja: '名前', en: 'Name', cell: (row) => plainCell(row.name) },
  { ja: '住所', en: 'Address', cell: (row) => plainCell(row.address) },
  {
    ja: '土砂災害の指定',
    en: 'Designated for landslide',
    cell: (row, language) => yesNo(row.designatedForLandslide, language),
  },
  {
    ja: '区域との関係',
    en: 'To zones',
    cell: (row, language) => RELATION_LABELS[row.relation][language],
  },
  {
    ja: '特別警戒区域との関係',
    en: 'To red zones',
    cell: (row, language) => RELATION_LABELS[row.redRelation][language],
  },
  { ja: '収容人数', en: 'Capacity', cell: (row) => row.capacity },
  {
    ja: '受け入れる人',
    en: 'Accepts',
    cell: (row, language) => listed(row.acceptedGroups, language),
  },
  {
    ja: '設備',
    en: 'Equipment',
    cell: (row, language) =>
      listed(row.equipment?.map((item) => EQUIPMENT_LABELS[item][language]) ?? null, language),
  },
  { ja: '一覧の食い違い(m)', en: 'Lists apart (m)', cell: (row) => decimal(row.conflictMeters) },
  {
    ja: '境界の外',
    en: 'Outside the boundary',
    cell: (row, language) => yesNo(row.outsideBoundary, language),
  },
  {
    ja: '職員が修正',
    en: 'Edited by hand',
    cell: (row, language) => yesNo(row.isEdited, language),
  },
  { ja: '緯度', en: 'Latitude', cell: (row) => row.position?.[1] ?? null },
  { ja: '経度', en: 'Longitude', cell: (row) => row.position?.[0] ?? null },
  { ja: '一覧の日付', en: 'Date of the list', cell: (row) => row.datasetAsOf },
];

const CONCERNED_COLUMNS: readonly Column<ConcernedResident>[] = [
  { ja: '順位', en: 'Rank', cell: ({ row }) => row.rank },
  { ja: '段階', en: 'Tier', cell: ({ row }) => row.tier },
  { ja: '名簿番号', en: 'Roster number', cell: ({ row }) => plainCell(row.rosterNumber) },
  { ja: '氏名', en: 'Name', cell: ({ row }) => plainCell(row.name) },
  { ja: '年齢', en: 'Age', cell: ({ row }) => row.age },
  { ja: '地区', en: 'District', cell: ({ row }) => plainCell(row.district) },
  { ja: '住所', en: 'Address', cell: ({ row }) => plainCell(row.address) },
  {
    ja: '要介護度',
    en: 'Care level',
    cell: ({ row }, language) =>
      row.careLevel === null ? null : CARE_LEVEL_LABELS[row.careLevel][language],
  },
  {
    ja: 'この区域との関係',
    en: 'To this area',
    cell: ({ relation }, language) => RELATION_LABELS[relation][language],
  },
  {
    ja: '境界までの距離(m、負は内側)',
    en: 'Metres to the boundary (negative inside)',
    cell: ({ signedDistanceMeters }) => decimal(signedDistanceMeters),
  },
  {
    ja: '指定区域との関係',
    en: 'To designated zones',
    cell: ({ row }, language) => RELATION_LABELS[row.relation][language],
  },
];

/** The shelters as they are shown, for Excel. */
export const sheltersFile = (rows: readonly ShelterRow[], fileName: string): BodyWriter =>
  placeFile(rows, SHELTER_COLUMNS, fileName, null);

/** The people whom one area concerns; `about` says on every line what area that is. */
export const concernedFile = (
  rows: readonly ConcernedResident[],
  fileName: string,
  about: string,
): BodyWriter => placeFile(rows, CONCERNED_COLUMNS, fileName, about);

function placeFile<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  fileName: string,
  about: string | null,
): BodyWriter {
  return csvBody(fileName, function* (language) {
    const area = language === 'ja' ? '区域' : 'Area';
    yield [...columns.map((column) => column[language]), ...(about === null ? [] : [area])];
    for (const row of rows)
      yield [
        ...columns.map(({ cell }) => cell(row, language)),
        ...(about === null ? [] : [plainCell(about)]),
      ];
  });
}
