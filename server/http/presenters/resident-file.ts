import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { ResidentRow } from '#contract/resident';
import { CARE_LEVEL_LABELS } from '#domain/resident/care-level';
import { ACCURACY_LABELS, PHENOMENON_LABELS, RELATION_LABELS } from '#domain/resident/labels';
import { plainCell } from '../../output/plain-cell.ts';
import { asOfWords } from '../../services/read/date-words.ts';
import type { BodyWriter } from '../endpoint.ts';
import { languageOf } from '../language.ts';

type Cell = string | number | null;
type Language = 'ja' | 'en';

interface Column {
  readonly ja: string;
  readonly en: string;
  readonly cell: (row: ResidentRow, language: Language) => Cell;
}

const COLUMNS: readonly Column[] = [
  { ja: '順位', en: 'Rank', cell: (row) => row.rank },
  { ja: '段階', en: 'Tier', cell: (row) => row.tier },
  { ja: '点数', en: 'Score', cell: (row) => row.score },
  { ja: '名簿番号', en: 'Roster number', cell: (row) => plainCell(row.rosterNumber) },
  { ja: '氏名', en: 'Name', cell: (row) => plainCell(row.name) },
  { ja: 'フリガナ', en: 'Reading', cell: (row) => plainCell(row.nameKana) },
  { ja: '年齢', en: 'Age', cell: (row) => row.age },
  { ja: '地区', en: 'District', cell: (row) => plainCell(row.district) },
  { ja: '住所', en: 'Address', cell: (row) => plainCell(row.address) },
  {
    ja: '要介護度',
    en: 'Care level',
    cell: (row, language) =>
      row.careLevel === null ? null : CARE_LEVEL_LABELS[row.careLevel][language],
  },
  {
    ja: '電源に頼る医療機器',
    en: 'Depends on power',
    cell: (row, language) => yesOrNo(row.powerDependent, language),
  },
  {
    ja: '特別警戒区域',
    en: 'Red zone',
    cell: (row, language) => RELATION_LABELS[row.redRelation][language],
  },
  {
    ja: '警戒区域(特別警戒区域を含む)',
    en: 'Any zone',
    cell: (row, language) => RELATION_LABELS[row.relation][language],
  },
  {
    ja: '特別警戒区域の境界まで(メートル、内側は負)',
    en: 'Metres to the red boundary (negative inside)',
    cell: (row) =>
      row.redDistanceMeters === null ? null : Number(row.redDistanceMeters.toFixed(1)),
  },
  {
    ja: '現象',
    en: 'Phenomena',
    cell: (row, language) =>
      row.phenomena.map((one) => PHENOMENON_LABELS[one][language]).join('、'),
  },
  {
    ja: '位置の精度',
    en: 'Accuracy of the position',
    cell: (row, language) => ACCURACY_LABELS[row.accuracy][language],
  },
  { ja: '経度', en: 'Longitude', cell: (row) => row.position?.[0] ?? null },
  { ja: '緯度', en: 'Latitude', cell: (row) => row.position?.[1] ?? null },
];

/** The list as a file for Excel; the date of the zone data stands on every line beside the judgement. */
export function residentFile(
  rows: Iterable<ResidentRow>,
  zoneDataAsOf: readonly (string | null)[],
  fileName: string,
): BodyWriter {
  return async (request, response) => {
    const language = languageOf(request);
    const asOfColumn = language === 'ja' ? '区域データの時点' : 'Zone data';
    const asOf = zoneDataAsOf.length === 0 ? '' : asOfWords(zoneDataAsOf)[language];
    const lines = function* () {
      for (const row of rows) yield [...COLUMNS.map(({ cell }) => cell(row, language)), asOf];
    };
    response.type('text/csv; charset=utf-8').attachment(fileName);
    response.set('Content-Language', language);
    const columns = [...COLUMNS.map((column) => column[language]), asOfColumn];
    const csv = stringify({ bom: true, header: true, columns, record_delimiter: 'windows' });
    await pipeline(Readable.from(lines()), csv, response);
  };
}

function yesOrNo(value: boolean | null, language: Language): string {
  if (value === null) return language === 'ja' ? '不明' : 'Unknown';
  if (language === 'ja') return value ? 'あり' : 'なし';
  return value ? 'Yes' : 'No';
}
