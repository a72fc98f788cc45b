import { ROSTER_COLUMNS, type RosterField } from '#geodata/mappers/roster-columns';

/** Two people who do not exist, with what each column may hold; 0000 numbers are nobody's. */
const FIELDS: readonly (readonly [RosterField | string, string, string])[] = [
  ['rosterNumber', '0001', '0002'],
  ['name', '架空 花子', '見本 太郎'],
  ['nameKana', 'カクウ ハナコ', 'ミホン タロウ'],
  ['birthDate', '昭和12年3月4日', '1958/7/1'],
  ['sex', '女', '男'],
  ['address', '汐路市浜見一丁目2番3号', '汐路市大字山手45番地'],
  ['addressDetail', '浜見荘101号', ''],
  ['phone', '000-0000-0001', '000-0000-0002'],
  ['districtName', '浜見地区', '山手地区'],
  ['reason', '一人では歩けない', '避難情報が聞こえない'],
  ['careLevel', '要介護3', '非該当'],
  ['physical', '肢体(下肢)2級', '聴覚2級'],
  ['intellectual', 'なし', 'Ⓑ'],
  ['mental', 'なし', 'なし'],
  ['disease', 'なし', 'なし'],
  ['devices', '酸素濃縮器、吸引器', 'なし'],
  ['household', '独居', '家族と同居'],
  ['communication', '支障なし', '手話'],
  ['plan', '未作成', '作成済'],
  ['支援者1氏名', '架空 次郎', '見本 桜'],
  ['支援者1続柄', '長男', '姉'],
  ['支援者1電話番号', '000-0000-0003', '000-0000-0004'],
  ['支援者1住所', '汐路市浜見二丁目5番6号', ''],
  ['支援者2氏名', '浜見地区自主防災組織', ''],
  ['支援者2続柄', '地域', ''],
  ['支援者2電話番号', '000-0000-0005', ''],
  ['支援者2住所', '', ''],
  ['notes', '玄関に段差があります', ''],
  ['latitude', '31.40012', ''],
  ['longitude', '135.20034', ''],
  ['accuracy', '建物', ''],
];

const isField = (name: string): name is RosterField => name in ROSTER_COLUMNS;

/**
 * A roster to fill in: headers and two fictional lines, in the form that Excel opens without
 * garbling (byte order mark, CRLF). The importer reads it without a note.
 */
export const ROSTER_TEMPLATE: string = `\ufeff${[
  FIELDS.map(([field]) => (isField(field) ? ROSTER_COLUMNS[field].labelJa : field)),
  FIELDS.map(([, first]) => first),
  FIELDS.map(([, , second]) => second),
]
  .map((cells) => `${cells.join(',')}\r\n`)
  .join('')}`;
