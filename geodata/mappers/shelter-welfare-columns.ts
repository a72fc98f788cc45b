import { comparable } from './roster-text.ts';

/** Columns of a list of welfare shelters: the template's header, with the words other lists use for it. */
export interface WelfareColumn {
  readonly header: string;
  readonly labelEn: string;
  readonly isNeeded: boolean;
  readonly synonyms: readonly string[];
}

const column = (
  header: string,
  labelEn: string,
  synonyms: readonly string[] = [],
  isNeeded = false,
): WelfareColumn => ({ header, labelEn, isNeeded, synonyms });

export const WELFARE_COLUMNS: readonly WelfareColumn[] = [
  column('施設番号', 'Number', ['番号', 'No', 'No.', 'ID', '管理番号']),
  column(
    '名称',
    'Name',
    ['施設名', '施設名称', '避難所名', '福祉避難所名', '福祉避難所名称', '施設・場所名'],
    true,
  ),
  column('名称_カナ', 'Name in kana', ['フリガナ', '施設名カナ', '名称カナ']),
  column('住所', 'Address', ['所在地', '所在地_連結表記', '施設所在地', '施設住所']),
  column('緯度', 'Latitude', ['latitude', 'lat']),
  column('経度', 'Longitude', ['longitude', 'lng', 'lon']),
  column('定員', 'Capacity', [
    '収容人数',
    '想定収容人数',
    '受入人数',
    '受入可能人数',
    '最大収容人数',
  ]),
  column('受入対象者', 'Accepted groups', [
    '対象者',
    '受入対象',
    '受け入れ対象者',
    '主な受入対象者',
  ]),
  column('区分(指定・協定)', 'Designated or by agreement', [
    '区分',
    '指定・協定',
    '指定区分',
    '種別',
  ]),
  column('非常用電源(有・無)', 'Emergency power', ['非常用電源', '自家発電', '非常用発電機']),
  column('吸引器(有・無)', 'Suction device', ['吸引器']),
  column('酸素(有・無)', 'Oxygen', ['酸素', '酸素濃縮器']),
  column('車いす用トイレ(有・無)', 'Accessible toilet', [
    '車いす用トイレ',
    '多目的トイレ',
    'バリアフリートイレ',
  ]),
  column('介護ベッド(有・無)', 'Care beds', ['介護ベッド', '介護用ベッド']),
  column('電話番号', 'Phone', ['電話', '連絡先', 'TEL', '施設電話番号']),
  column('市区町村コード', 'Municipality code', ['全国地方公共団体コード', '自治体コード']),
  column('備考', 'Notes', ['特記事項', '摘要', 'その他']),
];

/** For each of the template's headers the header of the file; null where the file has none. */
export type WelfareMapping = Readonly<Record<string, string | null>>;

/** What the headers of a file suggest. */
export function suggestWelfareMapping(headers: readonly string[]): WelfareMapping {
  const byWord = new Map(headers.map((header) => [comparable(header), header]));
  return Object.fromEntries(
    WELFARE_COLUMNS.map(({ header, synonyms }) => [
      header,
      [header, ...synonyms].flatMap((word) => byWord.get(comparable(word)) ?? [])[0] ?? null,
    ]),
  );
}

/** A record with the template's headers. */
export function renamedByMapping(
  record: Readonly<Record<string, unknown>>,
  mapping: WelfareMapping,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([header, own]) =>
      own === null || record[own] === undefined ? [] : [[header, record[own]]],
    ),
  );
}
